using CallRouting.Core.Queue;

namespace CallRouting.Core.Rosters;

/// <summary>Whether a duty phone is rung for a caller whom no agent has spoken with.</summary>
public static class DirectRules
{
    /// <summary>
    /// A line that takes only transfers is spared the callers who come past the contact centre, by the office's own number or by
    /// the menu, for as long as somebody there can take them: they join the queue instead. With no agent at work, with a wait
    /// that is too long, or after having waited, the duty phone is the way to a human being, and it rings.
    /// </summary>
    /// <param name="hasWaited">The caller has been in the queue already; sent there again, they would go round for ever.</param>
    public static bool MayRing(DutyLine line, bool hasWaited, QueueFacts queue) =>
        !line.TransfersOnly || hasWaited || queue.Pool == 0 || queue.Overloaded;
}
