using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Server.Calls;

/// <summary>Section "Routing" of the configuration: how long things last, and what is said when all else fails.</summary>
public sealed class RoutingOptions
{
    /// <summary>Seconds that a caller waits for an agent before it becomes a call-back.</summary>
    public int LongestWaitSeconds { get; set; } = 180;

    /// <summary>Minutes between two climbs of an urgent call-back's ladder.</summary>
    public int RingAgainMinutes { get; set; } = 10;

    /// <summary>The provider's ring time for an agent's station; an agent who does not answer is marked so.</summary>
    public int AgentRingSeconds { get; set; } = 15;

    /// <summary>Ring time for an interpreter or a lead who is asked into a call.</summary>
    public int ThirdPartyRingSeconds { get; set; } = 30;

    /// <summary>Ring time for a caller who is rung back: long enough to find the phone. The provider adds up to 5 s.</summary>
    public int CallerRingSeconds { get; set; } = 40;

    /// <summary>
    /// Spoken in the last resort, as it is printed, and dialled there unless it is one of our own: then whoever calls it comes back to us.
    /// </summary>
    public string FallbackNumber { get; set; } = "55 55 33 33";

    /// <summary>Working days that an office may take to call back.</summary>
    public int DeadlineWorkingDays { get; set; } = 2;

    /// <summary>Hours by the clock, day and night, that it may take instead; null: working days.</summary>
    public int? DeadlineClockHours { get; set; }

    /// <summary>The fallback number as one to ring, or why it is not rung.</summary>
    public NumberAnswer Fallback(bool demoNumbers) => new NumberPlan([], demoNumbers).DutyNumber(FallbackNumber);

    public Duration LongestWait => Duration.FromSeconds(LongestWaitSeconds);

    public Duration RingAgainEvery => Duration.FromMinutes(RingAgainMinutes);

    public DeadlinePolicy Deadline =>
        DeadlineClockHours is { } clock ? new DeadlinePolicy.ClockHours(clock) : new DeadlinePolicy.WorkingDays(DeadlineWorkingDays);
}
