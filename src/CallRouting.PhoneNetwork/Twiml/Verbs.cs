namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>One instruction of a document. Those that the product sends; the reader refuses the others (contract §2).</summary>
internal abstract record Verb;

/// <param name="Loop">How often; 0 stands for up to a thousand times.</param>
internal sealed record Say(string Text, string Language, string? Voice, int Loop) : Verb;

/// <param name="Digits">Keys to be pressed into the line, with w and W for pauses; null for a recording.</param>
internal sealed record Play(string Url, int Loop, string? Digits = null) : Verb;

internal sealed record Pause(TimeSpan Length) : Verb;

/// <param name="Action">Empty: the document's own address.</param>
/// <param name="FinishOnKey">One key, or empty: none finishes.</param>
/// <param name="Prompts">Say, Play and Pause only.</param>
internal sealed record Gather(
    string Action,
    string Method,
    TimeSpan Timeout,
    int? NumDigits,
    string FinishOnKey,
    bool ActionOnEmptyResult,
    IReadOnlyList<Verb> Prompts
) : Verb;

/// <param name="Url">Empty: the document's own address again.</param>
internal sealed record Redirect(string Url, string Method) : Verb;

/// <param name="Action">Where the call goes on after the room; null: with the next verb.</param>
/// <param name="HangupOnStar">The leg's own * takes it out of the room, and on to the action.</param>
internal sealed record Dial(string? Action, string Method, Room Room, bool HangupOnStar = false) : Verb;

/// <param name="Action">Where the call goes on after the other end; null: with the next verb.</param>
/// <param name="CallerId">The number that the other end sees.</param>
/// <param name="Timeout">How long it rings, without the provider's buffer.</param>
internal sealed record DialNumber(string? Action, string Method, string Number, string? CallerId, TimeSpan Timeout) : Verb;

internal sealed record Hangup : Verb;

/// <param name="Busy">Whether the caller hears a busy tone.</param>
internal sealed record Reject(bool Busy) : Verb;

/// <summary>A Conference noun: the room that a leg enters and how.</summary>
/// <param name="WaitUrl">Null: the provider's music; empty: silence.</param>
internal sealed record Room(
    string Name,
    string? Label,
    bool Muted,
    bool StartOnEnter,
    bool EndOnExit,
    Beep Beep,
    string? WaitUrl,
    string WaitMethod,
    string? StatusCallback,
    string StatusCallbackMethod,
    IReadOnlySet<string> Events
);

/// <summary>When the room hears a beep.</summary>
internal sealed record Beep(bool OnEnter, bool OnExit)
{
    public static readonly Beep Always = new(true, true);

    public static Beep? Of(string word) =>
        word switch
        {
            "true" => Always,
            "false" => new Beep(false, false),
            "onEnter" => new Beep(true, false),
            "onExit" => new Beep(false, true),
            _ => null,
        };
}
