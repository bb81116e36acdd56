using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Agents;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Rosters;
using CallRouting.Server.Transfers;
using NodaTime;

namespace CallRouting.Server.Reports;

/// <summary>Counts what happens in the transaction in which it happens. How it counts is Core's to say (<see cref="Counting"/>).</summary>
public sealed class CountRunner(
    CountedTransferStore transfers,
    CountedCallStore calls,
    DailyTransferStore days,
    TalkStore talks,
    NumberStore numbers,
    PassOnPlaces places,
    Timeline timeline
)
{
    /// <summary>Writes down what is known of a transfer when it begins: what the caller says later does not move it to another sum.</summary>
    public async Task Begin(CallRow call, TransferRow row, Transfer transfer, DutyLine line, UnitOfWork unit)
    {
        var began = new CountedTransfer
        {
            Transfer = transfer.Id.Value,
            Unit = line.Unit.Value,
            Line = line.Id.Value,
            Area = (call.AreaCode is { Length: >= 4 } area ? area[..4] : places.OnlyAreaOf(line.Unit)) ?? "",
            Day = transfer.StartedAt.OsloDate(),
            HalfHour = Counting.HalfHour(transfer.StartedAt),
            Way = await WayOf(call, row, line.Unit, unit),
            Urgent = transfer.Urgent,
            Language = call.Language,
            TargetGroup = line.TargetGroup ?? "",
            Ending = Ending.Ours,
        };
        await transfers.Add(CountedTransferRow.Of(began, isOver: false), unit);
        await timeline.Tell([CountStories.Offer(began, transfer.Ladder)], About(row), transfer.StartedAt, unit);
    }

    /// <summary>A transfer has a new state: somebody may have accepted, or it is over and counts.</summary>
    public async Task Follow(TransferRow row, Transfer before, Transfer after, Instant now, UnitOfWork unit)
    {
        if (before.IsOver)
        {
            return;
        }
        await timeline.Tell(CountStories.Of(before, after), About(row), now, unit);
        if (Counting.AcceptedAttempt(after)?.Number is var accepted && accepted != Counting.AcceptedAttempt(before)?.Number)
        {
            await transfers.Accepted(row.Id, accepted is null ? null : now, unit);
        }
        if (after.IsOver && await transfers.Find(row.Id, unit) is { } began)
        {
            var counted = Counting.Of(after, began.Counted(), began.AcceptedAt, now);
            await transfers.Keep(CountedTransferRow.Of(counted), unit);
            await days.MakeStale(counted.Day, unit);
        }
    }

    /// <summary>A call is over: its wait for an agent counts.</summary>
    public Task End(CallRow call, UnitOfWork unit) => calls.Add(call, unit);

    /// <summary>An agent is done with finishing up, which belongs to the time that the call was in hand.</summary>
    public async Task Done(string agent, Instant now, UnitOfWork unit)
    {
        var finishing = await calls.NotDoneBy(agent, unit);
        await talks.Done(agent, now, unit);
        foreach (var call in finishing)
        {
            await calls.HandledAnew(call, unit);
        }
    }

    private async Task<Way> WayOf(CallRow call, TransferRow row, UnitNumber office, UnitOfWork unit) =>
        row.Kind == nameof(TransferKind.Callback) ? Way.Callback
        : row.Kind == nameof(TransferKind.Warm) || row.PassedOnFrom is not null ? Way.Transferred
        : (await numbers.OursAmong([call.NumberCalled], unit)).Any(number => number.Unit == office) ? Way.OwnNumber
        : Way.Menu;

    private static Subject About(TransferRow row) => new(row.CallId, row.Id, row.CallbackId, row.UnitNumber);
}
