using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Notices;

/// <summary>
/// Tries an officer's phone before a shift: a text, and then a call that asks for 1. The drill is its notice; the call is one of ours like
/// any other, so that no phone is rung twice at once, and goes behind every caller's.
/// </summary>
public sealed class Drills(
    NoticeStore notices,
    NoticeBoard board,
    NoticeRunner runner,
    StillSo still,
    RosterStore rosters,
    LegStore legs,
    Orders orders,
    MenuRunner menus,
    NoticeText texts,
    TimeProvider clock
)
{
    private const int RingSeconds = 25;
    private static readonly Duration UntilFree = Duration.FromMinutes(1);

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Writes a drill down with all its steps; false when there is one already.</summary>
    public async Task<bool> Plan(DutyLine line, ShiftStart shift, DrillTimes times, Officer officer, UnitOfWork unit)
    {
        var about = new Interval(shift.From, shift.To);
        var notice = NewNotice.Of(NoticeKind.Drill, NoticeTopic.Drill(officer.Id, shift.From), line, about) with { Due = times.Text };
        if (await board.Tell(notice, Recipient.Of(officer), unit) is not [var text, ..])
        {
            return false;
        }
        await board.Order(ActionKinds.RingDrill, text, times.Ring, unit);
        await board.Order(ActionKinds.RingDrill, text, times.RingAgain, unit);
        await board.Order(ActionKinds.ConcludeDrill, text, times.Deadline, unit);
        return true;
    }

    public async Task Ring(string id, UnitOfWork unit)
    {
        var notice = await notices.Load(id, unit);
        if (
            !await still.Holds(notice, Now, unit)
            || await rosters.Officer(notice.Recipient, unit) is not { Officer: { IsPaused: false, Phones: [var phone, ..] } }
            || await MayBeNeeded(notice, unit)
            || !(await menus.Plan(unit, phone.E164)).MayRing(phone)
        )
        {
            return;
        }
        if ((await legs.HeldPhones(unit)).Contains(phone.E164))
        {
            await RingLater(notice, unit);
            return;
        }
        var leg = new Leg
        {
            CallId = notice.Id,
            Role = LegRoles.Drill,
            Phone = Phones.Plain(phone.E164),
            RingSeconds = RingSeconds,
        };
        await orders.Dial(leg, phone.E164, Priorities.Drill, unit);
    }

    /// <summary>The shift is about to begin: whoever can still find somebody else is told.</summary>
    public async Task Conclude(string id, UnitOfWork unit)
    {
        var drill = await notices.Load(id, unit);
        if (!await still.Holds(drill, Now, unit) || await rosters.Line(new DutyLineId(drill.LineId), unit) is not { } line)
        {
            return;
        }
        await notices.PassOn(drill, Now, unit);
        await runner.Tell(NoticeStories.PhoneNotConfirmed, drill.RecipientName, drill, unit);
        var about = new Interval(drill.FromAt, drill.ToAt);
        var notice = NewNotice.Of(NoticeKind.PhoneNotConfirmed, NoticeTopic.NotConfirmed(drill.Recipient, drill.FromAt), line, about);
        if (await board.TellChain(notice with { Officer = drill.Recipient }, unit) is null)
        {
            await runner.Tell(NoticeStories.NobodyTold, null, drill, unit);
        }
    }

    /// <summary>1 confirms; anything else is asked again, and then nothing was confirmed.</summary>
    public async Task Hear(Leg leg, string keys, UnitOfWork unit)
    {
        if (keys is ['1', ..])
        {
            leg.Accepted = true;
            var drill = await notices.Load(leg.CallId, unit);
            await runner.Confirm(drill, drill.RecipientName, unit);
        }
    }

    public async Task<Script> Script(Leg leg, UnitOfWork unit)
    {
        var drill = await notices.Load(leg.CallId, unit);
        var language = await rosters.Officer(drill.Recipient, unit) is { Officer: var officer } ? officer.Language : Language.Bokmal;
        return Scripts.ForDrill(leg.Accepted, leg.Step, texts.Voice(language, drill.FromAt));
    }

    // Whoever a caller's ladder would ring now may be needed while the phone rings for nothing; their text is enough.
    private async Task<bool> MayBeNeeded(NoticeRow drill, UnitOfWork unit)
    {
        foreach (var line in await rosters.LinesOf(new UnitNumber(drill.UnitNumber), unit))
        {
            var ladder = LadderPlan.Freeze(line, await rosters.ForLine(line.Id, Now, unit), Now);
            if (ladder.Rungs.SelectMany(rung => rung.People).Any(person => person.OfficerId == drill.Recipient))
            {
                return true;
            }
        }
        return false;
    }

    private async Task RingLater(NoticeRow drill, UnitOfWork unit)
    {
        if (Now + UntilFree < drill.FromAt - DrillRules.LeadNeeds)
        {
            await board.Order(ActionKinds.RingDrill, drill, Now + UntilFree, unit);
        }
    }
}
