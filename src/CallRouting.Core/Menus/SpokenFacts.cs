using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Menus;

/// <summary>What a prompt's variables are filled with. Whoever says a prompt gives what its variables need.</summary>
public sealed record SpokenFacts
{
    /// <summary>Now, so that a day can be called today.</summary>
    public Instant Now { get; init; }

    /// <summary>The office's name, for example Nav Nittedal; null is said as "Nav".</summary>
    public string? Office { get; init; }

    /// <summary>A duty line's name, told to those who keep it.</summary>
    public string? Line { get; init; }

    /// <summary>The municipality's name; null is said as "ukjent kommune".</summary>
    public string? Municipality { get; init; }

    public string? County { get; init; }

    public string? District { get; init; }

    public string? Postcode { get; init; }

    /// <summary>Digits to be read back, one by one.</summary>
    public string? Digits { get; init; }

    public string? Code { get; init; }

    /// <summary>For eyes, as in an SMS: a code is not spelt out digit by digit.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The last two digits of the number the caller rings from.</summary>
    public string? NumberEnding { get; init; }

    /// <summary>A key to press, or a place in a queue.</summary>
    public int? Count { get; init; }

    /// <summary>How long somebody has waited or will wait.</summary>
    public Duration? Wait { get; init; }

    /// <summary>A moment that is told as a day and a time: when we open, when we called.</summary>
    public Instant? At { get; init; }

    /// <summary>The deadline of a call-back.</summary>
    public Instant? Due { get; init; }

    /// <summary>The number our calls show, and that callers ring, as it is printed: 55 55 33 33.</summary>
    public string? NumberShown { get; init; }

    /// <summary>The municipality's number for emergencies outside opening hours. Asked only by a prompt that says it.</summary>
    public Func<PhoneNumber?> EmergencyNumber { get; init; } = () => null;

    /// <summary>The flow's other numbers, by name.</summary>
    public IReadOnlyDictionary<string, OtherNumber> Numbers { get; init; } = new Dictionary<string, OtherNumber>();

    /// <summary>The language that must be interpreted, as an agent wrote it.</summary>
    public string? Interpreter { get; init; }

    public Urgency Urgency { get; init; }

    /// <summary>The language that the caller chose, told to an officer in the officer's own.</summary>
    public Language CallerLanguage { get; init; }
}
