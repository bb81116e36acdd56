using CallRouting.Core.Calls;
using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using CallRouting.Server.Supervision;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Notices;

/// <summary>Who keeps the places of an office's chain now: its lead and deputy by the roster file, supervisors by the configuration.</summary>
public sealed class Chains(
    RosterStore rosters,
    DutyChangeStore changes,
    PlacesInForce registers,
    IOptions<NoticeOptions> options,
    IOptions<SupervisionOptions> supervision,
    IOptions<ModeOptions> mode
)
{
    private const string SupervisorOf = "supervisor";
    private const string DeputyOf = "supervisors-deputy";
    private const string AlarmContact = "alarm contact";

    /// <param name="about">Whose phone or shift the notice is about: nobody is asked to look after themselves.</param>
    public async Task<IReadOnlyList<ChainLink>> Of(UnitNumber office, string? about, Instant now, UnitOfWork unit)
    {
        var leave = await changes.LeaveOf(office, unit);
        var chain = new List<ChainLink>();
        Add(ChainPlace.Lead, await rosters.LeadOf(office, unit));
        Add(ChainPlace.Deputy, await rosters.DeputyOf(office, unit));
        return [.. chain, .. SupervisorsOf(registers.Places.CountyOf(office, now.OsloDate()))];

        void Add(ChainPlace place, Officer? officer)
        {
            if (officer is not null)
                chain.Add(
                    new(
                        place,
                        Recipient.Of(officer),
                        officer.Id == about || leave.Any(one => one.OfficerId == officer.Id && one.Covers(now))
                    )
                );
        }
    }

    /// <summary>Somebody who is told, as they can be told now; null: they are not here any more.</summary>
    public async Task<Recipient?> Find(string recipient, UnitOfWork unit) =>
        EveryContact().FirstOrDefault(one => one.Id == recipient)
        ?? (await rosters.Officer(recipient, unit) is { Officer: var officer } ? Recipient.Of(officer) : null);

    /// <summary>Whose number it is, among those who are told.</summary>
    public async Task<IReadOnlyList<Recipient>> WithPhone(PhoneNumber phone, UnitOfWork unit) =>
        [
            .. (await rosters.WithPhone(phone, unit)).Select(found => Recipient.Of(found.Officer)),
            .. EveryContact().Where(one => one.Phone == phone),
        ];

    /// <summary>Who is told of the wallboard's alarms, by the configuration.</summary>
    public IReadOnlyList<Recipient> AlarmContacts() =>
        [.. supervision.Value.Alarms.Contacts.Select((contact, i) => Told($"{AlarmContact} {i}", "", contact))];

    /// <summary>Who watches over a county: its own, or those for all.</summary>
    public IEnumerable<ChainLink> SupervisorsOf(string? county) =>
        (options.Value.Supervisors.FirstOrDefault(one => one.County == county) ?? options.Value.Supervisors.FirstOrDefault(IsForAll))
            is { } own
            ?
            [
                new(ChainPlace.Supervisor, Told(SupervisorOf, own.County, own.Supervisor)),
                new(ChainPlace.SupervisorsDeputy, Told(DeputyOf, own.County, own.Deputy)),
            ]
            : [];

    private IEnumerable<Recipient> EveryContact() =>
        options
            .Value.Supervisors.SelectMany(one =>
                new[] { Told(SupervisorOf, one.County, one.Supervisor), Told(DeputyOf, one.County, one.Deputy) }
            )
            .Concat(AlarmContacts());

    private static bool IsForAll(SupervisorOptions one) => one.County.Length == 0;

    private Recipient Told(string role, string county, ContactOptions contact) =>
        new(
            county.Length == 0 ? role : $"{role} {county}",
            contact.Name.Length == 0 ? role : contact.Name,
            contact.Phone.Length == 0 ? null : new NumberPlan([], mode.Value.IsDemo).DutyNumber(contact.Phone).Number,
            contact.Email.Length == 0 ? null : contact.Email,
            Languages.OfCode(contact.Language) ?? Language.Bokmal
        );
}
