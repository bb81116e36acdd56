namespace CallRouting.Core.Calls;

/// <summary>
/// What somebody must prepare for to be able to talk with this caller at all. Follows the call to agent, whisper, officer and
/// call-back; says nothing of why they call.
/// </summary>
/// <param name="Interpreter">The language to be interpreted, as a person says it; null: no interpreter.</param>
/// <param name="SamiSpeaking">Wants somebody who speaks Sámi.</param>
/// <param name="TextInstead">Hard of hearing: reached by text rather than by voice.</param>
public sealed record Needs(string? Interpreter = null, bool SamiSpeaking = false, bool TextInstead = false)
{
    public static Needs None { get; } = new();

    public bool Any => this != None;
}
