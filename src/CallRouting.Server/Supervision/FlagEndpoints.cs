using CallRouting.Server.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Supervision;

/// <summary>What went unanswered, as a supervisor sees it.</summary>
public static class FlagEndpoints
{
    private const int MostAtOnce = 500;

    public static void MapFlags(this RouteGroupBuilder api) => api.MapGet("/flags", List);

    /// <param name="unit">Only one office's; left out, everybody's.</param>
    private static async Task<Ok<List<FlagAnswer>>> List(string? unit, FlagStore flags, Reads reads, CancellationToken cancel) =>
        TypedResults.Ok((await reads.Ask(work => flags.List(unit, MostAtOnce, work), cancel)).Select(FlagAnswer.Of).ToList());
}

public sealed record FlagAnswer(
    string Id,
    string Call,
    string? Transfer,
    string? Callback,
    string? Unit,
    string? Line,
    string Reason,
    bool Urgent,
    bool CountsAgainstOffice,
    DateTimeOffset RaisedAt
)
{
    public static FlagAnswer Of(FlagRow row) =>
        new(
            row.Id,
            row.CallId,
            row.TransferId,
            row.CallbackId.Length == 0 ? null : row.CallbackId,
            row.UnitNumber,
            row.LineId,
            row.Reason,
            row.Urgent,
            row.CountsAgainstOffice,
            row.RaisedAt.ToDateTimeOffset()
        );
}
