using CallRouting.Core.Calls;
using NodaTime;

namespace CallRouting.Core.Transfers;

/// <summary>Whom to ring, in order, frozen when a transfer starts: editing a roster never changes a ringing call.</summary>
/// <param name="Rounds">How many times the rungs are climbed, 1 or more.</param>
/// <param name="Budget">No rung is begun after this much time since the transfer started.</param>
public sealed record Ladder(IReadOnlyList<Rung> Rungs, int Rounds, Duration Budget);

/// <summary>One step of a ladder. A rung without people costs no waiting.</summary>
/// <param name="Name">What the rung rings: primary, backup, all, lead, fixed line or neighbour.</param>
/// <param name="Together">Ring all at once; otherwise one by one in the order given.</param>
/// <param name="RingFor">The provider's own ring time-out; it adds up to 5 s (contract §1.5).</param>
/// <param name="RingAnyway">Ring also who is already in another call of ours, and who was rung earlier in this transfer; never a phone that it rings or holds now.</param>
/// <param name="Neighbour">Another office by agreement: its acceptance is an answer, but not by the office itself.</param>
public sealed record Rung(
    string Name,
    IReadOnlyList<Reachable> People,
    Duration RingFor,
    bool Together = false,
    bool RingAnyway = false,
    bool Neighbour = false
);

/// <summary>Somebody a rung can ring.</summary>
/// <param name="Paused">On pause when the ladder was frozen: skipped, and the skip is recorded.</param>
public sealed record Reachable(string OfficerId, string Name, PhoneNumber Phone, bool Paused = false);
