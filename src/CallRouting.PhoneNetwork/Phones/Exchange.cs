using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>
/// The hands and ears at the telephones. Numbers may be written as people do. Each request returns when the network has taken note of it; what
/// follows from it, such as the product's answer, comes after: wait for <see cref="NetworkActivity.Idle"/>. Throws
/// <see cref="PhoneRefusedException"/>.
/// </summary>
public sealed class Exchange
{
    private readonly EventLoop loop;
    private readonly Hands hands;
    private readonly Debugger debugger;
    private readonly Timeline timeline;

    internal Exchange(EventLoop loop, Hands hands, Debugger debugger, Timeline timeline) =>
        (this.loop, this.hands, this.debugger, this.timeline) = (loop, hands, debugger, timeline);

    /// <summary>All telephones, in the demo file's order; strangers who dialled come last.</summary>
    public Task<IReadOnlyList<PhoneSummary>> Phones() => loop.Ask(hands.Phones);

    public Task<PhoneView> Look(string number) => loop.Ask(() => hands.Look(number));

    /// <summary>What the provider's debugger would show; empty when the product behaved.</summary>
    public Task<IReadOnlyList<DebuggerEntry>> Complaints() => loop.Ask(debugger.Entries);

    public Task<IReadOnlyList<TimelineEvent>> Events() => loop.Ask(timeline.Events);

    /// <summary>Tells everything as it happens, on the network's own thread: whoever listens only takes a note of it.</summary>
    public Task Listen(Action<TimelineEvent> listener) => loop.Do(() => timeline.Happened += listener);

    /// <summary>Dials one of the account's numbers; gives the call's SID. A telephone that is not in the book may dial too.</summary>
    /// <param name="withheld">The caller hides the number: the product sees <c>anonymous</c> (contract §1.2).</param>
    public Task<string> Dial(string from, string to, bool withheld = false) => loop.Ask(() => hands.Dial(from, to, withheld));

    /// <summary>Texts one of the account's numbers; gives the message's SID. An answer comes to the telephone's own messages.</summary>
    public Task<string> Text(string from, string to, string body) => loop.Ask(() => hands.Text(from, to, body));

    /// <summary>Lifts the receiver of a ringing telephone.</summary>
    public Task Answer(string number) => loop.Do(() => hands.Answer(number));

    /// <summary>Presses keys one after another, at once. Those that no prompt listens to are lost, as on any telephone.</summary>
    public Task<PressedKeys> Press(string number, string keys) => loop.Ask(() => hands.Press(number, keys));

    /// <summary>Hangs up, or turns a ringing call down.</summary>
    public Task HangUp(string number) => loop.Do(() => hands.HangUp(number));

    /// <summary>Gives a telephone a part to play whenever it rings, until changed; null gives it back to a hand.</summary>
    public Task Behave(string number, Behaviour? behaviour) => loop.Do(() => hands.Behave(number, behaviour));
}
