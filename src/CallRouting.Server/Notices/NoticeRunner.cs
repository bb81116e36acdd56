using CallRouting.Core.Notices;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Notices;

/// <summary>What nobody confirmed in its time goes to the next, and what somebody confirms goes nowhere any more.</summary>
public sealed class NoticeRunner(NoticeStore notices, NoticeBoard board, StillSo still, Timeline timeline, TimeProvider clock)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task PassOn(string id, UnitOfWork unit)
    {
        var notice = await notices.Load(id, unit);
        if (!await still.Holds(notice, Now, unit))
        {
            await notices.NoLonger(notice.Topic, Now, unit);
        }
        else if (await notices.PassOn(notice, Now, unit))
        {
            var next = await board.PassOn(notice, unit);
            await Tell(next is null ? NoticeStories.NobodyLeft : NoticeStories.PassedOn, next?.Who.Name, notice, unit);
        }
    }

    /// <summary>For everybody who was told of the same.</summary>
    /// <returns>False when nothing was open.</returns>
    public async Task<bool> Confirm(NoticeRow notice, string by, UnitOfWork unit)
    {
        if (!await notices.Confirmed(notice.Topic, by, Now, unit))
        {
            return false;
        }
        await Tell(NoticeStories.Confirmed, by, notice, unit);
        return true;
    }

    /// <summary>Nobody in the chain is there to be told.</summary>
    public Task TellNobody(NewNotice notice, UnitOfWork unit) =>
        timeline.Tell(
            [new Told(NoticeStories.NobodyTold, null, $"{notice.Kind} {notice.Line.Id}")],
            new Subject(Unit: notice.Line.Unit.Value),
            Now,
            unit
        );

    public Task Tell(string story, string? who, NoticeRow notice, UnitOfWork unit) =>
        timeline.Tell([new Told(story, who, $"{notice.Kind} {notice.LineId}")], new Subject(Unit: notice.UnitNumber), Now, unit);
}

/// <summary>What the timeline tells of notices. Stored: add, never change.</summary>
public static class NoticeStories
{
    public const string PassedOn = "notice passed on";
    public const string NobodyLeft = "notice unconfirmed, nobody left";
    public const string Confirmed = "notice confirmed";
    public const string NobodyTold = "nobody to be told";
    public const string DutyGivenUp = "officer taken off duty by SMS";
    public const string PhoneNotConfirmed = "phone not confirmed before the shift";
    public const string PhoneVerified = "phone verified";
}
