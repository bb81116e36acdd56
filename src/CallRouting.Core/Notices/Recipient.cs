using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;

namespace CallRouting.Core.Notices;

/// <summary>Somebody who can be told: an officer, or a supervisor whom the configuration names.</summary>
/// <param name="Id">An officer's id, or "supervisor" with the county.</param>
/// <param name="Phone">Null: nobody texts them.</param>
/// <param name="Email">Null: nobody writes to them.</param>
public sealed record Recipient(string Id, string Name, PhoneNumber? Phone, string? Email, Language Language)
{
    public bool CanBeTold => Phone is not null || Email is not null;

    /// <summary>Texted on the phone that is rung first.</summary>
    public static Recipient Of(Officer officer) =>
        new(officer.Id, officer.Name, officer.Phones is [var first, ..] ? first : null, officer.Email, officer.Language);

    /// <summary>The channels by which they are told: SMS and e-mail, whichever they have.</summary>
    /// <param name="hasMail">Whether this service can send e-mail at all.</param>
    public IEnumerable<NoticeChannel> Channels(bool hasMail)
    {
        if (Phone is not null)
            yield return NoticeChannel.Sms;
        if (hasMail && Email is not null)
            yield return NoticeChannel.Email;
    }
}
