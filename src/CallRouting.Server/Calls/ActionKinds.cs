using System.Collections.Frozen;

namespace CallRouting.Server.Calls;

/// <summary>The kinds of things to do. Stored: add, never change.</summary>
public static class ActionKinds
{
    /// <summary>Ring a leg's phone.</summary>
    public const string Dial = "dial";

    /// <summary>End a leg's call.</summary>
    public const string End = "end";

    /// <summary>Have a leg ask again what to hear.</summary>
    public const string Tell = "tell";

    public const string Hold = "hold";

    public const string Unhold = "unhold";

    /// <summary>Turn an agent's own voice off, or on: whichever the leg says by then.</summary>
    public const string Mute = "mute";

    /// <summary>Press keys into the room that a leg is in.</summary>
    public const string PressKeys = "press keys";

    /// <summary>A deadline of a call may have passed.</summary>
    public const string WakeCall = "wake call";

    /// <summary>A deadline of a transfer may have passed.</summary>
    public const string WakeTransfer = "wake transfer";

    /// <summary>An urgent call-back may be rung again.</summary>
    public const string RingCallback = "ring call-back";

    /// <summary>Who waits is offered to who is free.</summary>
    public const string MatchQueue = "match queue";

    /// <summary>A missed call is told to an officer or lead by SMS.</summary>
    public const string MessageOfficer = "message officer";

    /// <summary>A caller who said yes to it is told by SMS that we rang in vain.</summary>
    public const string MessageCaller = "message caller";

    /// <summary>The morning check calls ourselves.</summary>
    public const string PlaceTestCall = "place test call";

    /// <summary>The morning check looks at what it found.</summary>
    public const string ConcludeCheck = "conclude check";

    /// <summary>Whoever runs this is told by SMS what a morning check found.</summary>
    public const string MessageOperator = "message operator";

    /// <summary>A notice goes out by SMS. What it is about is the notice, in the place of a call.</summary>
    public const string SendNotice = "send notice";

    /// <summary>A notice goes out by e-mail.</summary>
    public const string MailNotice = "mail notice";

    /// <summary>An unconfirmed notice goes to the next.</summary>
    public const string PassOnNotice = "pass on notice";

    /// <summary>An officer's phone is rung before a shift, if nobody has confirmed it.</summary>
    public const string RingDrill = "ring drill";

    /// <summary>The shift is about to begin.</summary>
    public const string ConcludeDrill = "conclude drill";

    /// <summary>A phone gets the code that verifies it.</summary>
    public const string SendCode = "send code";

    // Did it happen? A request that got no answer may have been carried out (contract §7).
    //   dial      not safe to repeat: two requests ring two phones. Found by the first webhook that bears the leg's id, or in the list of
    //             calls to that number since it was sent; counts as ringing until then.
    //   end       safe: the second time it has ended already (21220, 404).
    //   tell      safe enough: the document that is being heard begins again.
    //   hold, unhold, mute   safe: what is so is so.
    //   press keys, message  not safe, and nobody waits for it: twice would be another number, or a nuisance.
    //   place test call      not safe, and what becomes of it is seen when the check concludes.
    //   the rest  happens in our database, in one transaction with its tick: it has happened or it has not.
    private static readonly FrozenDictionary<string, ActionKind> All = new ActionKind[]
    {
        new(Dial, Lane.Way, IfUnknown.FindOut),
        new(End, Lane.Way, IfUnknown.AskAgain),
        new(Tell, Lane.Way, IfUnknown.AskAgain) { LastCounts = true },
        new(Hold, Lane.Music, IfUnknown.AskAgain) { LastCounts = true },
        new(Unhold, Lane.Music, IfUnknown.AskAgain) { LastCounts = true },
        new(Mute, Lane.Voice, IfUnknown.AskAgain) { LastCounts = true },
        new(PressKeys, Lane.Keys, IfUnknown.LetBe),
        new(MessageOfficer, Lane.None, IfUnknown.LetBe),
        new(MessageCaller, Lane.None, IfUnknown.LetBe),
        new(PlaceTestCall, Lane.None, IfUnknown.LetBe),
        new(MessageOperator, Lane.None, IfUnknown.LetBe),
        new(SendNotice, Lane.None, IfUnknown.LetBe),
        new(MailNotice, Lane.None, IfUnknown.LetBe),
        new(SendCode, Lane.None, IfUnknown.LetBe),
        new(PassOnNotice, Lane.None, IfUnknown.CannotBe),
        new(RingDrill, Lane.None, IfUnknown.CannotBe),
        new(ConcludeDrill, Lane.None, IfUnknown.CannotBe),
        new(ConcludeCheck, Lane.None, IfUnknown.CannotBe),
        new(WakeCall, Lane.None, IfUnknown.CannotBe),
        new(WakeTransfer, Lane.None, IfUnknown.CannotBe),
        new(RingCallback, Lane.None, IfUnknown.CannotBe),
        new(MatchQueue, Lane.None, IfUnknown.CannotBe),
    }.ToFrozenDictionary(kind => kind.Name);

    public static ActionKind Of(string name) =>
        All.GetValueOrDefault(name) ?? throw new InvalidOperationException($"Nobody knows how to carry out \"{name}\".");
}

/// <param name="Lane">Actions of one leg in one lane are carried out one after another, in the order in which they were written.</param>
public sealed record ActionKind(string Name, Lane Lane, IfUnknown IfUnknown)
{
    /// <summary>It brings about what is wanted by then: one that was written before a later one of its lane has nothing to add.</summary>
    public bool LastCounts { get; init; }
}

/// <summary>What must not overtake each other. A hold that hangs keeps no caller from being sent on.</summary>
public enum Lane
{
    /// <summary>In no order with anything.</summary>
    None,
    Way,
    Music,
    Voice,
    Keys,
}

/// <summary>What is done when nobody knows whether it happened.</summary>
public enum IfUnknown
{
    CannotBe,
    AskAgain,
    FindOut,
    LetBe,
}
