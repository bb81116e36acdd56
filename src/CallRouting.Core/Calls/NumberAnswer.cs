using System.Diagnostics.CodeAnalysis;

namespace CallRouting.Core.Calls;

/// <summary>Why the number plan does not let us ring a number.</summary>
public enum NumberRefusal
{
    /// <summary>110, 112, 113 and 1412: only ever spoken to a caller.</summary>
    Emergency,

    /// <summary>Other numbers that begin with 1: 116 117, directory enquiries, a provider's own services.</summary>
    Special1xx,

    /// <summary>02000–09999: cannot be relied on outside the network that owns them.</summary>
    FiveDigit,

    /// <summary>820 and 829: the caller, here we, pays whoever answers.</summary>
    Premium,

    /// <summary>The rest of 800–899.</summary>
    Special8xx,

    /// <summary>58 and 59: lifts and meters, not people.</summary>
    MachineToMachine,

    /// <summary>Another country's number: refused because of toll fraud.</summary>
    Foreign,

    /// <summary>Not eight digits, or no digits at all.</summary>
    WrongLength,

    /// <summary>One of this service's inbound numbers: the call would come back to us.</summary>
    OurOwn,
}

/// <summary>What the number plan says of a text: a number that we may ring, or why not. Exactly one of the two.</summary>
/// <param name="Sentence">For a person: the number as it was written, what is wrong, and what is allowed.</param>
public sealed record NumberAnswer(PhoneNumber? Number, NumberRefusal? Refusal, string? Sentence)
{
    [MemberNotNullWhen(true, nameof(Number))]
    [MemberNotNullWhen(false, nameof(Refusal), nameof(Sentence))]
    public bool IsAllowed => Number is not null;

    public static NumberAnswer Allow(PhoneNumber number) => new(number, null, null);

    public static NumberAnswer Refuse(NumberRefusal refusal, string sentence) => new(null, refusal, sentence);
}
