using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Faults;

/// <summary>What goes wrong with telephones, lines and rooms (contract §8): where hands cannot be quick enough, or nobody's hand is in it. Runs on the loop.</summary>
internal sealed class LineFaults(
    FaultPlan plan,
    CallEnding ending,
    Timeline timeline,
    EventLoop loop,
    TimeProvider clock,
    NetworkOptions options
)
{
    private const double LongestUncut = 120;
    private static readonly TimeSpan Unseen = TimeSpan.FromMilliseconds(300);

    /// <summary>Glare: a ringing telephone is answered at the very moment at which the product ends its call, and the answer was first.</summary>
    public bool AnsweredJustNow(Call call) =>
        call is { Status: CallStatus.Ringing, Direction: not Direction.Inbound }
        && Strikes(FaultKinds.Glare, call)
        && call.Rung.TrySetResult(RingResult.Answered);

    /// <summary>The carrier may lose the call at any time in its first two minutes.</summary>
    public void MayCut(Call call)
    {
        if (Strikes(FaultKinds.LineCut, call))
            loop.Start(() => Cut(call, plan.Between(FaultPlace.Telephony, 0, LongestUncut)));
    }

    /// <summary>Hangs up between the last key and the room's door; true when that happened.</summary>
    public bool HangsUpBefore(string room, Call call)
    {
        if (!Strikes(FaultKinds.HangUpBeforeRoom, call, room))
            return false;
        ending.End(call, CallStatus.Completed);
        return true;
    }

    /// <summary>A room that others are in ends by itself as somebody enters.</summary>
    public bool EndsOnEntry(string room, Call call) => Strikes(FaultKinds.RoomEndsOnEntry, call, room);

    /// <summary>How long the REST API does not find somebody who has just entered a room.</summary>
    public TimeSpan UnseenAtFirst(Call call) => Strikes(FaultKinds.ParticipantUnseen, call) ? Unseen : TimeSpan.Zero;

    private async Task Cut(Call call, TimeSpan after)
    {
        await Task.Delay(after, clock, call.Over);
        var unanswered = call is { Status: CallStatus.Ringing, Direction: Direction.Inbound };
        ending.End(call, unanswered ? CallWords.Final(options.Unverified.AbandonedStatus) : CallStatus.Completed);
    }

    private bool Strikes(FaultKind kind, Call call, string where = "")
    {
        if (!plan.Strikes(kind, $"{call.From} {call.To} {where}"))
            return false;
        timeline.Tell("fault", call.Sid, phone: call.Phone?.Number, detail: kind.Name);
        return true;
    }
}
