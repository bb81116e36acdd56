using CallRouting.Core.Callbacks;

namespace CallRouting.Core.Messages;

/// <summary>
/// What the contact centre sends an office about one caller: chosen from lists, because whoever answers a state phone must not write a
/// municipal case (sosialtjenesteloven § 44). It is sealed where it is stored.
/// </summary>
/// <param name="About">What the help is needed for; at least one.</param>
/// <param name="Interpreter">The language to be interpreted; null: no interpreter.</param>
/// <param name="Language">The language that the caller chose: nb, nn or en.</param>
/// <param name="Line">One short line, such as where to ask at the door; null: none. Never facts of a case, and no numbers (<see cref="TextGuard"/>).</param>
public sealed record OfficeMessage(
    IReadOnlyList<About> About,
    bool Urgent,
    string? Interpreter,
    string Language,
    Reach Reach,
    PreferredTime When,
    string? Line
)
{
    /// <summary>Characters.</summary>
    public const int LongestLine = 120;
}
