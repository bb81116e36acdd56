using CallRouting.Core.Offices;
using NodaTime;

namespace CallRouting.Core.Reports;

/// <summary>One call-back as it is counted: nothing of it says whom it was promised to. It changes until it is settled.</summary>
public sealed record CountedCallback
{
    public required string Callback { get; init; }

    /// <summary>Who owes it; empty: the contact centre.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Empty where no line owes it.</summary>
    public string Line { get; init; } = "";

    /// <summary>The municipality that the caller was in, four digits; empty where nobody knows.</summary>
    public string Area { get; init; } = "";

    public bool Urgent { get; init; }

    public string Language { get; init; } = "nb";

    public required Instant OwedAt { get; init; }

    public required Instant DueAt { get; init; }

    /// <summary>Null while it is open.</summary>
    public Instant? SettledAt { get; init; }

    /// <summary>How often somebody tried to reach the caller.</summary>
    public int Attempts { get; init; }

    /// <summary>The Norwegian day on which it was owed.</summary>
    public LocalDate OwedOn => OwedAt.OsloDate();

    /// <summary>The Norwegian day on which its deadline is.</summary>
    public LocalDate DueOn => DueAt.OsloDate();

    public bool WithinDeadline => SettledAt <= DueAt;

    public bool SameDay => SettledAt?.OsloDate() == OwedOn;
}
