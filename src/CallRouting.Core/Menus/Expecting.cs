namespace CallRouting.Core.Menus;

/// <summary>Which keys are listened for, and how long.</summary>
/// <param name="NumDigits">Answered at once when so many keys have come; null waits for the finishing key or silence.</param>
/// <param name="FinishOnKey">One key, or empty: then a lone # is a key like any other and not silence (contract §2.4).</param>
/// <param name="TimeoutSeconds">Silence after the prompt, or after the last key.</param>
public sealed record Expecting(int? NumDigits, string FinishOnKey, int TimeoutSeconds);
