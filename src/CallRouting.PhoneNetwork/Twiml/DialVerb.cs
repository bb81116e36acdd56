using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Conferences;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>Seats a call in a room and waits there with it (contract §2.5, §2.8).</summary>
internal sealed class DialVerb(Rooms rooms, LineFaults faults, Documents documents, EventLoop loop, NetworkOptions options)
{
    public async Task<Next> Perform(Call call, TwimlDocument document, Dial dial, CancellationToken cancel)
    {
        if (faults.HangsUpBefore(dial.Room.Name, call))
            return Next.Stop;
        if (rooms.Enter(call, InAbsoluteTerms(document, dial.Room)) is not { } seat)
            return Next.Verb.Instance;
        call.Star = dial.HangupOnStar ? new TaskCompletionSource() : null;
        try
        {
            await (call.Star is { } star ? Task.WhenAny(seat.Departed, star.Task) : seat.Departed).WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            LeaveTheRoom(call, document, dial, seat);
            throw;
        }
        finally
        {
            call.Star = null;
        }
        // The room is left as by hanging up, but the call goes on; for who has left already this does nothing.
        rooms.Leave(seat, Reasons.HungUp);
        return dial.Action is null ? Next.Verb.Instance : Next.At(document, dial.Action, dial.Method, Answered());
    }

    // A redirect by REST takes the leg out of the room and forgets the Dial; a hang-up leaves, and the action is asked although nobody listens.
    private void LeaveTheRoom(Call call, TwimlDocument document, Dial dial, Participant seat)
    {
        rooms.Leave(seat, call.HasEnded && !call.EndedByApi ? Reasons.HungUp : Reasons.UpdatedViaApi);
        if (!call.HasEnded || dial.Action is null || !options.Unverified.DialActionAfterHangUp)
            return;
        var action = Next.At(document, dial.Action, dial.Method, Answered()).Instruction;
        loop.Start(() => documents.Get(call, action).ContinueWith(_ => { }, TaskScheduler.Default));
    }

    private static Parameters Answered() => new Parameters().Set("DialCallStatus", "answered");

    private static Room InAbsoluteTerms(TwimlDocument document, Room room) =>
        room with
        {
            WaitUrl = string.IsNullOrEmpty(room.WaitUrl) ? room.WaitUrl : Address.Resolve(document.Url, room.WaitUrl),
            StatusCallback = room.StatusCallback is null ? null : Address.Resolve(document.Url, room.StatusCallback),
        };
}
