using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Supervision;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Callbacks;

/// <summary>Promises to callers: exactly one open per call and line, with a deadline and a flag; settled when a line connects them.</summary>
public sealed class CallbackRunner(
    CallbackStore callbacks,
    FlagStore flags,
    Timeline timeline,
    Orders orders,
    Seal seal,
    Ids ids,
    TimeProvider clock,
    OpeningHours hours,
    IOptions<RoutingOptions> options
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Owes this call a call-back by a line, or by the contact centre; who owes one already owes no second.</summary>
    public async Task Owe(CallRow call, MenuVisit visit, Debt debt, UnitOfWork unit)
    {
        var open = await callbacks.OpenOfCall(call.Id, unit);
        if (open.Any(callback => callback.LineId == debt.Line))
        {
            return;
        }
        var callback = Make(call, visit, debt);
        await callbacks.Add(callback, unit);
        await flags.Raise(Flag(callback, debt), unit);
        await Tell(callback, [new Told(CallbackStories.Owed, null, debt.Reason)], unit);
        if (callback.RingAt is { } ringAt)
        {
            await orders.RingCallback(callback, ringAt, unit);
        }
    }

    /// <summary>The deadline of what is owed this call, or of what it would get if it were owed now.</summary>
    public Instant DueAt(IReadOnlyList<CallbackRow> open, Urgency urgency) =>
        open.Count > 0 ? open.Min(callback => callback.DueAt) : DeadlineRules.DueAt(Now, urgency, hours, options.Value.Deadline);

    /// <summary>The caller has said where to be rung, or that it cannot be done: what is owed already follows.</summary>
    public async Task Follow(CallRow call, MenuVisit visit, UnitOfWork unit)
    {
        foreach (var callback in await callbacks.OpenOfCall(call.Id, unit))
        {
            Address(callback, call, visit);
            await callbacks.Save(callback, unit);
        }
    }

    /// <summary>What is known of the caller's needs, and what an agent writes for the office, follows what is owed already.</summary>
    public async Task Annotate(CallRow call, MenuVisit visit, UnitOfWork unit)
    {
        foreach (var callback in await callbacks.OpenOfCall(call.Id, unit))
        {
            callback.Note = NoteOf(call, visit);
            callback.MayText = MayText(call, visit);
            await callbacks.Save(callback, unit);
        }
    }

    /// <summary>A line has connected this caller: nothing is owed for the call any more.</summary>
    public async Task Settle(string call, string? also, string by, UnitOfWork unit)
    {
        foreach (var callback in await OpenOf(call, also, unit))
        {
            await Settle(callback, by, unit);
        }
    }

    /// <summary>An agent has the caller: what the contact centre owed them is done. What an office owes, a line settles.</summary>
    public async Task SettleOfCentre(string call, string? also, string agent, UnitOfWork unit)
    {
        foreach (var callback in (await OpenOf(call, also, unit)).Where(callback => callback is { LineId: null, UnitNumber: null }))
        {
            await Settle(callback, agent, unit);
        }
    }

    // What is owed for the call, and by an earlier one whose code was entered.
    private async Task<IEnumerable<CallbackRow>> OpenOf(string call, string? also, UnitOfWork unit)
    {
        var open = await callbacks.OpenOfCall(call, unit);
        return
            also is not null
            && open.All(callback => callback.Id != also)
            && await callbacks.Find(also, unit) is { State: CallbackStates.Open } older
            ? open.Append(older)
            : open;
    }

    private async Task Settle(CallbackRow callback, string by, UnitOfWork unit)
    {
        callback.State = CallbackStates.Settled;
        callback.SettledAt = Now;
        callback.SettledBy = by;
        callback.RingAt = null;
        callback.NextTryAt = null;
        callback.WarnAt = null;
        await callbacks.Save(callback, unit);
        await Tell(callback, [new Told(CallbackStories.Settled, by)], unit);
    }

    /// <summary>Plans the next climb of an urgent call-back's ladder.</summary>
    public async Task RingAgainLater(CallbackRow callback, UnitOfWork unit)
    {
        callback.RingAt = RingAgain.At(Now, options.Value.RingAgainEvery, hours);
        await callbacks.Save(callback, unit);
        await orders.RingCallback(callback, callback.RingAt.Value, unit);
    }

    private CallbackRow Make(CallRow call, MenuVisit visit, Debt debt)
    {
        // One moment, or nobody could count the deadline again.
        var (urgent, now) = (visit.Urgency == Urgency.Urgent, Now);
        var callback = new CallbackRow
        {
            Id = ids.Next(),
            CallId = call.Id,
            LineId = debt.Line,
            UnitNumber = debt.Unit,
            Reason = debt.Reason,
            Urgent = urgent,
            Language = visit.Language.Code(),
            AreaCode = visit.AreaCode,
            CreatedAt = now,
            DueAt = DeadlineRules.DueAt(now, visit.Urgency, hours, options.Value.Deadline),
        };
        callback.Note = NoteOf(call, visit);
        Address(callback, call, visit);
        callback.WarnAt = CallbackWarnings.Next(CallbackWarning.None, callback.Promised, callback.DueAt, hours);
        // Who cannot be rung is not connected by ringing: the officers are not disturbed for a telephone that nobody has.
        callback.RingAt =
            urgent && debt.Line is not null && callback.Number is not null ? RingAgain.At(now, options.Value.RingAgainEvery, hours) : null;
        return callback;
    }

    private byte[]? NoteOf(CallRow call, MenuVisit visit)
    {
        var note = OfficeNoteOf(call);
        return note is null && !visit.Needs.Any ? null : seal.Write(new CallbackNote(visit.Needs, note));
    }

    private OfficeNote? OfficeNoteOf(CallRow call) => call.Note is null ? null : seal.Read<OfficeNote>(call.Note);

    // Whoever says yes to the menu, or asks an agent to be texted. "Either" is what an agent leaves as it stands, and no yes.
    private bool MayText(CallRow call, MenuVisit visit) => visit.MayText || OfficeNoteOf(call) is { Reach: Reach.Text };

    private void Address(CallbackRow callback, CallRow call, MenuVisit visit)
    {
        callback.MayText = MayText(call, visit);
        var entered = visit.CallbackNumber?.E164;
        callback.Number =
            visit.CannotBeRung ? null
            : entered is null ? call.Caller
            : seal.Close(entered);
        callback.NumberHash =
            visit.CannotBeRung ? null
            : entered is null ? call.CallerHash
            : seal.HashOf(entered);
        callback.Code = visit.CannotBeRung ? visit.Code : null;
    }

    private FlagRow Flag(CallbackRow callback, Debt debt) =>
        new()
        {
            Id = ids.Next(),
            CallId = callback.CallId,
            TransferId = debt.Transfer,
            CallbackId = callback.Id,
            LineId = callback.LineId,
            UnitNumber = callback.UnitNumber,
            Reason = callback.Reason,
            Urgent = callback.Urgent,
            CountsAgainstOffice = debt.CountsAgainstOffice,
            RaisedAt = callback.CreatedAt,
        };

    private Task Tell(CallbackRow callback, IEnumerable<Told> story, UnitOfWork unit) =>
        timeline.Tell(story, new Subject(callback.CallId, Callback: callback.Id, Unit: callback.UnitNumber), Now, unit);
}

/// <summary>What travels with a call-back, sealed.</summary>
public sealed record CallbackNote(Needs Needs, OfficeNote? Note);

/// <summary>What is owed, by whom and why.</summary>
/// <param name="Line">Null: the contact centre owes it.</param>
public sealed record Debt(
    string Reason,
    string? Line = null,
    string? Unit = null,
    string? Transfer = null,
    bool CountsAgainstOffice = false
);

public static class CallbackStories
{
    public const string Owed = "call-back owed";
    public const string Settled = "call-back settled";
    public const string Revealed = "number revealed";
    public const string RungAgain = "call-back rung again";

    /// <summary>With the outcome.</summary>
    public const string Concluded = "call-back's outcome";

    /// <summary>It was settled, and is owed again.</summary>
    public const string OwedAnew = "call-back owed anew";

    /// <summary>It was another office's.</summary>
    public const string Moved = "call-back moved";
    public const string NotReached = "caller not reached";
    public const string Taken = "call-back taken";
    public const string LetGo = "call-back let go";
    public const string OneTouch = "call-back rung by an officer";
    public const string Warned = "call-back warned of";
}
