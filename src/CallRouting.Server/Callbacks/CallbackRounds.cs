using CallRouting.Core.Callbacks;
using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CallRouting.Server.Callbacks;

/// <summary>
/// Warns of call-backs that nobody has made: at half time who is to make it, an hour before its deadline the lead too, and when it is overdue
/// the chain of those who answer for it. How far the warnings have come stands with each call-back, so that none is given twice.
/// </summary>
public sealed class CallbackRounds(
    CallbackStore callbacks,
    CallbackAttemptStore attempts,
    RosterStore rosters,
    NoticeBoard board,
    NoticeRunner notices,
    Timeline timeline,
    OpeningHours hours,
    Reads reads,
    Writes writes,
    Worker worker,
    IOptions<NoticeOptions> options
)
{
    // As many as one transaction may take while callers wait for theirs.
    private const int AtOnce = 20;

    /// <summary>The job's part, each minute. Tells how many warnings' time had come.</summary>
    public async Task<int> RunOnce(Instant now, CancellationToken cancel = default)
    {
        var warned = 0;
        while (options.Value.Rounds && await Some(now, cancel) is var some and > 0)
        {
            warned += some;
        }
        if (warned > 0)
        {
            worker.Nudge();
        }
        return warned;
    }

    private async Task<int> Some(Instant now, CancellationToken cancel)
    {
        if ((await reads.Ask(unit => callbacks.ToWarnOf(now, AtOnce, unit), cancel)).Count == 0)
        {
            return 0;
        }
        return await writes.Commit(
            async unit =>
            {
                var due = await callbacks.ToWarnOf(now, AtOnce, unit);
                foreach (var callback in due)
                {
                    await Warn(callback, now, unit);
                }
                return due.Count;
            },
            cancel
        );
    }

    private async Task Warn(CallbackRow callback, Instant now, UnitOfWork unit)
    {
        var warning = CallbackWarnings.Now(callback.Promised, callback.DueAt, now, hours);
        callback.Warned = (int)warning;
        callback.WarnAt = CallbackWarnings.Next(warning, callback.Promised, callback.DueAt, hours);
        if (warning > CallbackWarning.None && callback.LineId is { } id && await rosters.Line(new(id), unit) is { } line)
        {
            await LetGo(callback, unit);
            await Tell(callback, line, warning, now, unit);
            await timeline.Tell([new Told(CallbackStories.Warned, null, warning.ToString())], About(callback), now, unit);
        }
        await callbacks.Save(callback, unit);
    }

    // A named officer who has not tried by half time loses it to whoever is on duty; the officer is told all the same.
    private async Task LetGo(CallbackRow callback, UnitOfWork unit)
    {
        if (callback.AdviserId is not null && !(await attempts.Of(callback.Id, unit)).Any(attempt => attempt.BeganAt >= callback.Promised))
        {
            (callback.AdviserId, callback.AdviserName) = (null, null);
        }
    }

    private async Task Tell(CallbackRow callback, DutyLine line, CallbackWarning warning, Instant now, UnitOfWork unit)
    {
        var kind = KindOf(warning);
        var notice = NewNotice.Of(
            kind,
            NoticeTopic.Callback(kind, callback.Id, callback.DueAt),
            line,
            new Interval(callback.DueAt, callback.DueAt)
        );
        if (kind.IsPassedOn())
        {
            if (await board.TellChain(notice, unit) is null)
            {
                await notices.TellNobody(notice, unit);
            }
            return;
        }
        foreach (var officer in await ToTell(callback, line, warning, now, unit))
        {
            await board.Tell(notice, Recipient.Of(officer), unit);
        }
    }

    private async Task<IEnumerable<Officer>> ToTell(
        CallbackRow callback,
        DutyLine line,
        CallbackWarning warning,
        Instant now,
        UnitOfWork unit
    )
    {
        var roster = await rosters.ForLine(line.Id, now, unit);
        var first = LadderPlan.Freeze(line, roster, now).Rungs.FirstOrDefault(rung => rung is { Neighbour: false, People.Count: > 0 });
        HashSet<string> ids = callback.AdviserId is { } adviser ? [adviser] : [.. first?.People.Select(person => person.OfficerId) ?? []];
        var officers = (await rosters.OfficersOf(line, unit)).Where(officer => ids.Contains(officer.Id));
        var withLead = warning == CallbackWarning.SoonDue || ids.Count == 0;
        return withLead && roster.Lead is { } lead ? officers.Append(lead).DistinctBy(officer => officer.Id) : officers;
    }

    private static NoticeKind KindOf(CallbackWarning warning) =>
        warning switch
        {
            CallbackWarning.HalfTime => NoticeKind.CallbackWaits,
            CallbackWarning.SoonDue => NoticeKind.CallbackSoonDue,
            CallbackWarning.Overdue => NoticeKind.CallbackOverdue,
            _ => throw new ArgumentOutOfRangeException(nameof(warning), warning, "Half time, soon due or overdue."),
        };

    private static Subject About(CallbackRow callback) => new(callback.CallId, Callback: callback.Id, Unit: callback.UnitNumber);
}
