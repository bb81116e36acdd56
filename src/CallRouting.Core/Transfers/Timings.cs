using NodaTime;

namespace CallRouting.Core.Transfers;

/// <summary>How long each part of a transfer may last. Defaults by architecture §3; "configurable" means here.</summary>
public sealed record Timings
{
    public static Timings Default { get; } = new();

    /// <summary>From our request to the provider's "ringing".</summary>
    public Duration Dialling { get; init; } = Duration.FromSeconds(15);

    /// <summary>A wait in the provider's queue that the timeline tells.</summary>
    public Duration WorthTelling { get; init; } = Duration.FromSeconds(1);

    /// <summary>Beyond the ring time: the provider's own 5 s, and 2 for the report. Only a lost report lets this pass.</summary>
    public Duration RingSlack { get; init; } = Duration.FromSeconds(7);

    /// <summary>A leg that answered and hears the whisper holds the ladder up for at most this.</summary>
    public Duration Listening { get; init; } = Duration.FromSeconds(25);

    public Duration FindingRoom { get; init; } = Duration.FromSeconds(60);

    /// <summary>
    /// Everybody who could be rung talks in another call of ours. As long as a usual ladder takes, and within that ladder's own time: whoever
    /// waits here has waited for the ladder before, and a caller's patience has a median of 150 s.
    /// </summary>
    public Duration AwaitingPhone { get; init; } = Duration.FromSeconds(120);

    public Duration Joining { get; init; } = Duration.FromSeconds(10);

    /// <summary>From our request to the provider's report that the caller is off hold.</summary>
    public Duration Unholding { get; init; } = Duration.FromSeconds(10);

    /// <summary>Ringing a caller back while the officer waits in the room: 45 s to ring, and time to hear who calls and press 1.</summary>
    public Duration RingingCaller { get; init; } = Duration.FromSeconds(75);

    /// <summary>For an officer to say where the caller is to be sent: three questions, and time to find a postcode.</summary>
    public Duration PassingOn { get; init; } = Duration.FromSeconds(60);

    /// <summary>To say that the officer is gone, and for a caller who is done to hang up.</summary>
    public Duration Interrupted { get; init; } = Duration.FromSeconds(14);
}
