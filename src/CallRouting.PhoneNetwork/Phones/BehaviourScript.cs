using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>Plays the part that a telephone was given, from the first ring on.</summary>
internal sealed class BehaviourScript(CallEnding ending, Keys keys, EventLoop loop, TimeProvider clock)
{
    // A person hears the question begin before a finger moves.
    private static readonly TimeSpan ReactionTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan VoicemailLength = TimeSpan.FromSeconds(30);

    /// <summary>Gives a telephone a part, or none; it begins at once if the telephone rings.</summary>
    public void Assign(Phone phone, Behaviour? behaviour)
    {
        phone.Behaviour = behaviour;
        if (phone is { State: "ringing", Call: { } call })
            loop.Start(() => Follow(phone, call));
    }

    public async Task Follow(Phone phone, Call call)
    {
        if (phone.Behaviour is not { } behaviour || behaviour.Then is Reaction.Ignore or Reaction.Busy or Reaction.Unreachable)
            return;
        await Task.Delay(TimeSpan.FromSeconds(behaviour.AnswerAfterSeconds), clock, call.Over);
        // A part given later, or a hand, was faster.
        if (!ReferenceEquals(phone.Behaviour, behaviour) || !call.Rung.TrySetResult(RingResult.Answered))
            return;
        if (behaviour.HangUpAfterSeconds is { } seconds)
            loop.Start(() => HangUp(call, TimeSpan.FromSeconds(seconds)));
        await (behaviour.Then == Reaction.Voicemail ? HangUp(call, VoicemailLength) : PressOnce(call, KeyOf(behaviour.Then)));
    }

    private async Task PressOnce(Call call, char? key)
    {
        if (key is null)
            return;
        await call.FirstPrompt.Task.WaitAsync(call.Over);
        await Task.Delay(ReactionTime, clock, call.Over);
        keys.Press(call, key.Value);
    }

    private async Task HangUp(Call call, TimeSpan after)
    {
        await Task.Delay(after, clock, call.Over);
        ending.End(call, CallStatus.Completed);
    }

    private static char? KeyOf(Reaction reaction) =>
        reaction switch
        {
            Reaction.Accept => '1',
            Reaction.Decline => '2',
            Reaction.Minute => '3',
            _ => null,
        };
}
