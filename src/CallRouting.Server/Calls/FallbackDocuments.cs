using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Server.Menus;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Calls;

/// <summary>
/// What is heard when we cannot go on. Nothing here asks the database or the network, so that it can always be said; and as
/// nobody knows the caller's language then, it is said in more than one.
/// </summary>
public sealed class FallbackDocuments(FlowLibrary flows, TwimlWriter twiml, IOptions<RoutingOptions> routing, IOptions<ModeOptions> mode)
{
    private static readonly Language[] Norwegian = [Language.Bokmal];
    private static readonly Language[] Both = [Language.Bokmal, Language.English];

    /// <summary>We try again in a moment; the moments grow.</summary>
    /// <param name="missed">How many times in a row this call could not be answered, from 1.</param>
    public string Moment(int missed, string again) =>
        TwimlWriter.WriteLoop(Say(Prompts.Moment, Norwegian).Single(), Math.Min((2 * missed) - 1, 5), again);

    /// <summary>To a caller: the fallback number is rung, where there is one beside our own.</summary>
    public string Apology() =>
        FallbackNumber is { } number ? twiml.SendAway(Say(Prompts.OurFault, Both), number, Say(Prompts.CutOff, Both)) : ApologyOnly();

    /// <summary>To somebody whom we rang: they have no use for the callers' fallback.</summary>
    public string ApologyOnly() => TwimlWriter.SayAndHangUp(Say(Prompts.Apology, Both));

    public string Crowded() =>
        FallbackNumber is { } number
            ? twiml.SendAway(Say(Prompts.Crowded, Both), number, Say(Prompts.CutOff, Both))
            : TwimlWriter.SayAndHangUp(Say(Prompts.CrowdedLater, Both));

    /// <summary>For hosting elsewhere, where the provider looks when none of our processes lives: in every language that callers can choose.</summary>
    public string Hosted() =>
        FallbackNumber is { } number
            ? twiml.SendAway(Say(Prompts.OurFault, flows.Any.Languages), number, Say(Prompts.CutOff, flows.Any.Languages))
            : TwimlWriter.SayAndHangUp(Say(Prompts.Apology, flows.Any.Languages));

    public static IResult Result(string document) => TypedResults.Content(document, TwimlWriter.ContentType);

    private PhoneNumber? FallbackNumber => routing.Value.Fallback(mode.Value.IsDemo).Number;

    private IEnumerable<Spoken> Say(string prompt, IEnumerable<Language> languages) =>
        languages
            .Intersect(flows.Any.Languages)
            .Select(language => flows.Any.Say(prompt, language, new SpokenFacts { NumberShown = routing.Value.FallbackNumber }));
}
