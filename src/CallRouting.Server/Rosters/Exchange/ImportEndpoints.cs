using System.Security.Claims;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime.Extensions;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<CallRouting.Server.Rosters.Exchange.ImportAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult
>;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>A file into a line's draft.</summary>
public static class ImportEndpoints
{
    private const int LargestFile = 5_000_000;

    public static void MapImports(this RouteGroupBuilder api) => api.MapPost("/lines/{line}/draft/import", Import);

    /// <param name="version">The draft's version that was read; left out: 0, there is none.</param>
    /// <param name="partly">Whether to take the good rows of a file that has others too.</param>
    private static async Task<Answer> Import(
        string line,
        int? version,
        bool? partly,
        HttpRequest request,
        ClaimsPrincipal user,
        LineDoor door,
        RosterImports imports,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var format = RosterFormats.OfContentType(request.ContentType);
        var file = await Read(request.Body, cancel);
        var who = Who.Of(user);
        return await door.Write<ImportAnswer>(
            line,
            who,
            async (found, unit) =>
                format is not { } known
                    ? Problems.BadInput("content-type", $"\"{request.ContentType}\" is no roster.", RosterFormats.MayComeIn)
                : file is null ? Problems.BadInput("body", "The file is too large.", $"At most {LargestFile / 1_000_000} MB.")
                : await Import(found, RosterImports.Read(known, file, await imports.PeopleOf(found, unit)), unit),
            cancel
        );

        async Task<Answer> Import(DutyLine found, RosterImport read, UnitOfWork unit)
        {
            var import = read.Only(found);
            if (import.Duties.Count == 0 || (import.Refused.Count > 0 && partly != true))
            {
                return Refused(import);
            }
            var decided = new Decided(who.Name, clock.GetUtcNow().ToInstant());
            return await imports.Save(found, import.Duties.Select(duty => duty.Span), version ?? 0, decided, unit) is { } saved
                ? TypedResults.Ok(new ImportAnswer(found.Id.Value, saved, import.Duties.Count, import.Skipped, import.Refused))
                : Problems.Conflict($"Somebody else has saved the draft of line {found.Id} since version {version ?? 0}. Read it anew.");
        }
    }

    private static ProblemHttpResult Refused(RosterImport import) =>
        TypedResults.Problem(
            title: "Not imported",
            detail: import.Refused is [var first, ..]
                ? $"{first}{(import.Refused.Count > 1 ? $" {import.Refused.Count} rows in all." : "")} Nothing was changed."
                : "The file holds no duties. Nothing was changed.",
            statusCode: StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?> { ["refused"] = import.Refused, ["good"] = import.Duties.Count }
        );

    private static async Task<byte[]?> Read(Stream body, CancellationToken cancel)
    {
        using var read = new MemoryStream();
        var part = new byte[81_920];
        while (await body.ReadAsync(part, cancel) is > 0 and var count)
        {
            if (read.Length + count > LargestFile)
            {
                return null;
            }
            read.Write(part, 0, count);
        }
        return read.ToArray();
    }
}

/// <summary>What became of a file.</summary>
/// <param name="Version">The draft's.</param>
/// <param name="Taken">Duties that the draft has now, and nothing else.</param>
/// <param name="Skipped">Rows that say nothing: emptied ones, cancelled events.</param>
/// <param name="Refused">Rows that were left out, because that was asked for.</param>
public sealed record ImportAnswer(string Line, int Version, int Taken, int Skipped, IReadOnlyList<RefusedRow> Refused);
