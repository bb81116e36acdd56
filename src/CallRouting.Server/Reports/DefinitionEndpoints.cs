using CallRouting.Core.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Reports;

/// <summary>What each figure means: formula, source and example, in the reader's language.</summary>
public static class DefinitionEndpoints
{
    public static void MapDefinitions(this RouteGroupBuilder api) => api.MapGet("/definitions", List);

    /// <param name="language">nb, nn or en; left out: nb.</param>
    internal static Results<Ok<List<DefinitionAnswer>>, ProblemHttpResult> List(string? language, DefinitionWords words) =>
        words.In(language ?? "nb") is { } told
            ? TypedResults.Ok(Definitions.All.Select(definition => DefinitionAnswer.Of(definition, told[definition.Key])).ToList())
            : Problems.BadInput("language", $"\"{language}\" is not spoken here.", "It may be nb, nn or en.");
}

/// <param name="Formula">In the keys of other definitions.</param>
/// <param name="Unit">number, percent, seconds or mean.</param>
/// <param name="Source">What it is counted from: transfers, callbacks, queue or rosters.</param>
public sealed record DefinitionAnswer(string Key, string Name, string Meaning, string Example, string Formula, string Unit, string Source)
{
    public static DefinitionAnswer Of(Definition definition, DefinitionText text) =>
        new(
            definition.Key,
            text.Name,
            text.Meaning,
            text.Example,
            definition.Formula,
            definition.Unit.ToString().ToLowerInvariant(),
            definition.Source.ToString().ToLowerInvariant()
        );
}
