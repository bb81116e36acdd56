using CallRouting.Core.Callbacks;
using CallRouting.Core.Calls;
using CallRouting.Core.Messages;
using CallRouting.Server.Calls;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Messages;

/// <summary>What an agent wants told: words from lists, and one short line.</summary>
/// <param name="Unit">The office.</param>
/// <param name="Line">One of its duty lines; left out: its general one.</param>
/// <param name="Call">A call that is owed a call-back by this office: the message belongs to it.</param>
/// <param name="Callback">The call-back itself, instead.</param>
/// <param name="About">At least one of Food, Housing, Power, Medicine, Children, Safety, Other.</param>
/// <param name="Interpreter">The language to be interpreted; left out: no interpreter.</param>
/// <param name="Language">The caller's: nb, nn or en; left out: nb.</param>
/// <param name="Reach">Call, Text or Either; left out: Call.</param>
/// <param name="When">Any, Morning, Midday or Afternoon; left out: Any.</param>
/// <param name="Text">At most 120 characters, no facts of a case, and no numbers by which a person can be found.</param>
public sealed record MessageRequest(
    string? Unit,
    string? Line = null,
    string? Call = null,
    string? Callback = null,
    IReadOnlyList<string>? About = null,
    bool Urgent = false,
    string? Interpreter = null,
    string? Language = null,
    string? Reach = null,
    string? When = null,
    string? Text = null
);

/// <summary>Reads a request into a message, or says what is wrong with it.</summary>
internal static class MessageBodyReader
{
    private const int LongestInterpreter = 40;

    public static (OfficeMessage? Message, ProblemHttpResult? Wrong) Read(MessageRequest request)
    {
        if (request.About is not { Count: > 0 } words)
        {
            return (null, Problems.BadInput("about", "nothing is said of what is needed.", Choices.Of<About>()));
        }
        var about = new List<About>();
        foreach (var word in words)
        {
            if (!Choices.TryRead<About>(word, out var each))
            {
                return (null, Problems.BadInput("about", $"\"{word}\" is nothing that a message can be about.", Choices.Of<About>()));
            }
            about.Add(each);
        }
        return Wrong(request) is { } wrong ? (null, wrong) : (Message(request, about), null);
    }

    private static ProblemHttpResult? Wrong(MessageRequest request) =>
        request.Reach is { } reach && !Choices.TryRead<Reach>(reach, out _)
            ? Problems.BadInput("reach", $"\"{reach}\" is no way to reach somebody.", Choices.Of<Reach>())
        : request.When is { } when && !Choices.TryRead<PreferredTime>(when, out _)
            ? Problems.BadInput("when", $"\"{when}\" is no time of day.", Choices.Of<PreferredTime>())
        : request.Language is { } language && Languages.OfCode(language) is null
            ? Problems.BadInput("language", $"\"{language}\" is no language's code.", "Give one such as nb, nn or en.")
        : request.Interpreter?.Any(char.IsAsciiDigit) == true
            ? Problems.BadInput("interpreter", "there are digits in it.", "Give the name of a language.")
        : GuardedText.Wrong("interpreter", request.Interpreter, LongestInterpreter)
            ?? (
                request.Text?.AsSpan().ContainsAny('\n', '\r') == true
                    ? Problems.BadInput("text", "it has more than one line.", "One short line is all that is allowed.")
                    : GuardedText.Wrong("text", request.Text, OfficeMessage.LongestLine)
            );

    private static OfficeMessage Message(MessageRequest request, List<About> about) =>
        new(
            [.. about.Distinct()],
            request.Urgent,
            Said(request.Interpreter),
            request.Language ?? Language.Bokmal.Code(),
            request.Reach is null ? Reach.Call : Enum.Parse<Reach>(request.Reach),
            request.When is null ? PreferredTime.Any : Enum.Parse<PreferredTime>(request.When),
            Said(request.Text)
        );

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
