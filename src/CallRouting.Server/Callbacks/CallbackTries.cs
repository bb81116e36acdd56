using CallRouting.Core.Callbacks;
using CallRouting.Core.Offices;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Callbacks;

/// <summary>Keeps account of each time that a caller is rung for a promise, and proposes when to ring again who was not reached.</summary>
public sealed class CallbackTries(
    CallbackStore callbacks,
    CallbackAttemptStore attempts,
    Timeline timeline,
    Orders orders,
    Seal seal,
    OpeningHours hours,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>An officer waits, and the caller's phone is being rung.</summary>
    public async Task Begin(CallbackRow callback, string transfer, Reachable officer, UnitOfWork unit) =>
        await attempts.Add(await Next(callback, officer.OfficerId, officer.Name, transfer, unit), unit);

    /// <summary>What came of the ringing that a transfer made; nothing where it made none.</summary>
    public async Task End(string transfer, string result, UnitOfWork unit)
    {
        if (await attempts.Ringing(transfer, unit) is not { } attempt)
        {
            return;
        }
        attempt.EndedAt = Now;
        attempt.Result = result;
        await attempts.End(attempt, unit);
        if (result == CallbackResults.NotReached && await callbacks.Find(attempt.CallbackId, unit) is { IsOpen: true } callback)
        {
            await Missed(callback, attempt.OfficerName, unit);
        }
    }

    /// <summary>An officer has rung by other means, and tells of it.</summary>
    public async Task ToldOf(CallbackRow callback, string? officer, string name, bool reached, UnitOfWork unit)
    {
        var attempt = await Next(callback, officer, name, transfer: null, unit);
        attempt.EndedAt = Now;
        attempt.Result = reached ? CallbackResults.Reached : CallbackResults.NotReached;
        await attempts.Add(attempt, unit);
        if (!reached)
        {
            await Missed(callback, name, unit);
        }
    }

    // The place is kept, another time of day is proposed, and an SMS goes to who has said yes to one. Nothing is left on a voicemail.
    private async Task Missed(CallbackRow callback, string officer, UnitOfWork unit)
    {
        var tries = (await attempts.Of(callback.Id, unit))
            .Where(attempt => attempt.Result == CallbackResults.NotReached)
            .Select(attempt => attempt.BeganAt)
            .ToList();
        var asked = callback.Note is null ? PreferredTime.Any : seal.Read<CallbackNote>(callback.Note).Note?.When ?? PreferredTime.Any;
        callback.NextTryAt = NextTry.Propose(tries, asked, callback.Urgency, callback.DueAt, Now, hours);
        await callbacks.Save(callback, unit);
        await timeline.Tell([new Told(CallbackStories.NotReached, officer)], About(callback), Now, unit);
        if (callback is { MayText: true, Number: not null })
        {
            await orders.MessageCaller(callback, unit);
        }
    }

    private async Task<CallbackAttemptRow> Next(CallbackRow callback, string? officer, string name, string? transfer, UnitOfWork unit)
    {
        callback.Tries++;
        await callbacks.Save(callback, unit);
        return new()
        {
            CallbackId = callback.Id,
            Number = callback.Tries,
            TransferId = transfer,
            OfficerId = officer,
            OfficerName = name,
            BeganAt = Now,
        };
    }

    private static Subject About(CallbackRow callback) => new(callback.CallId, Callback: callback.Id, Unit: callback.UnitNumber);
}
