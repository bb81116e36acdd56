using CallRouting.Core.Calls;

namespace CallRouting.Core.Menus;

/// <summary>A prompt as it is said: its id, the language it is in, and the words with everything filled in.</summary>
/// <param name="Voice">Who reads it; null: the usual voice of the language.</param>
public sealed record Spoken(string PromptId, Language Language, string Text, SpeechVoice? Voice = null);
