using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Queue;

/// <summary>One place in the queue: a caller on the line, or one who is rung when it is their turn.</summary>
/// <param name="Since">When the wait began; kept by who goes back to the queue.</param>
/// <param name="Away">Has hung up, and is rung when it is their turn.</param>
/// <param name="First">Goes before everybody: an agent was lost, or an officer sent the caller back.</param>
public sealed record QueuePlace(CallId Call, Instant Since, bool Urgent, bool First, bool Away = false);
