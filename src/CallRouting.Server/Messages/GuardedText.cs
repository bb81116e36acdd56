using CallRouting.Core.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Messages;

/// <summary>Text that people write here, looked at before it is kept: no number by which somebody can be found.</summary>
public static class GuardedText
{
    /// <summary>What is wrong with it, without repeating it; null: nothing.</summary>
    public static ProblemHttpResult? Wrong(string field, string? text, int longest, bool isNeeded = false)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(text))
        {
            return Problems.BadInput(field, "there is nothing in it.", $"Write at most {longest} characters.");
        }
        if (text is null)
        {
            return null;
        }
        if (text.Length > longest)
        {
            return Problems.BadInput(field, $"it has {text.Length} characters.", $"At most {longest} are allowed.");
        }
        return TextGuard.Look(text) is [var first, ..] ? Problems.BadInput(field, Seems(first), Allowed) : null;
    }

    private const string Allowed = "Take it out: who it is about follows from the call-back, never from the text.";

    private static string Seems(Suspicion found) =>
        $"characters {found.From + 1} to {found.From + found.Length} look like {NameOf(found.What)}.";

    private static string NameOf(Suspect what) =>
        what switch
        {
            Suspect.IdentityNumber => "an identity number (fødselsnummer)",
            Suspect.AccountNumber => "an account number (kontonummer)",
            _ => "a telephone number",
        };
}
