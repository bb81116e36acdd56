using NodaTime;

namespace CallRouting.Core.Callbacks;

/// <summary>How long an office may take to call back: «innen to virkedager», or «48 timer».</summary>
public abstract record DeadlinePolicy
{
    private DeadlinePolicy() { }

    public static DeadlinePolicy Default { get; } = new WorkingDays(2);

    /// <summary>An urgent call-back created with less than this left of the day's opening also alerts the lead.</summary>
    public Duration UrgentMargin { get; init; } = Duration.FromMinutes(60);

    /// <summary>Whole working days after the day it was created, at the same wall time. At least 1.</summary>
    public sealed record WorkingDays(int Days) : DeadlinePolicy;

    /// <summary>Hours by the clock, day and night, holidays too. At least 1.</summary>
    public sealed record ClockHours(int Hours) : DeadlinePolicy;
}
