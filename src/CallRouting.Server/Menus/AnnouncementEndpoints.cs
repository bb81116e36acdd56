using System.Security.Claims;
using CallRouting.Core.Menus;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Menus;

/// <summary>One announcement for all callers: on, off, and who switched it. Everybody at work sees what callers are told.</summary>
public static class AnnouncementEndpoints
{
    public static void MapAnnouncement(this RouteGroupBuilder api)
    {
        api.MapGet("/announcement", Show);
        api.MapPut("/announcement", SwitchOn).RequireAuthorization(Policies.Announcements);
        api.MapDelete("/announcement", SwitchOff).RequireAuthorization(Policies.Announcements);
    }

    private static async Task<Ok<AnnouncementAnswer>> Show(AnnouncementRunner announcements, Reads reads, CancellationToken cancel) =>
        TypedResults.Ok(AnnouncementAnswer.Of(await reads.Ask(announcements.Current, cancel)));

    private static async Task<Results<Ok<AnnouncementAnswer>, ProblemHttpResult>> SwitchOn(
        AnnouncementRequest request,
        ClaimsPrincipal user,
        AnnouncementRunner announcements,
        FlowLibrary flows,
        Writes writes,
        CancellationToken cancel
    )
    {
        var texts = request.Texts ?? new Dictionary<string, string>();
        if (AnnouncementRules.Faults(texts, [.. flows.Any.Languages]) is { Count: > 0 } faults)
        {
            return Problems.BadInput("texts", "they may not be said to callers.", string.Join(' ', faults));
        }
        var until = Moment(request.Until);
        if (request.Until is not null && !(until > announcements.Now))
        {
            return Problems.BadInput(
                "until",
                $"\"{request.Until}\" is not a moment at which the announcement can end.",
                "Give one with its offset, such as 2026-11-18T13:00:00+01:00, later than now; or leave it out, and switch it off yourself."
            );
        }
        var row = await writes.Commit(unit => announcements.SwitchOn(texts, until, Who.Of(user), unit), cancel);
        return TypedResults.Ok(AnnouncementAnswer.Of(row));
    }

    private static async Task<NoContent> SwitchOff(
        ClaimsPrincipal user,
        AnnouncementRunner announcements,
        Writes writes,
        CancellationToken cancel
    )
    {
        await writes.Commit(unit => announcements.SwitchOff(Who.Of(user), unit), cancel);
        return TypedResults.NoContent();
    }

    private static Instant? Moment(string? text) =>
        OffsetDateTimePattern.Rfc3339.Parse(text ?? "").TryGetValue(default, out var moment) ? moment.ToInstant() : null;
}

/// <param name="Texts">In every language, by its code: nb, nn, en.</param>
/// <param name="Until">When it ends by itself, ISO 8601 with offset; null: when somebody switches it off.</param>
public sealed record AnnouncementRequest(IReadOnlyDictionary<string, string>? Texts, string? Until);

/// <param name="On">Whether callers hear it now; the rest is null while none is on.</param>
/// <param name="By">Who switched it on.</param>
public sealed record AnnouncementAnswer(
    bool On,
    IReadOnlyDictionary<string, string>? Texts,
    DateTimeOffset? Since,
    string? By,
    DateTimeOffset? Until
)
{
    public static AnnouncementAnswer Of(AnnouncementRow? row) =>
        row is null
            ? new(false, null, null, null, null)
            : new(true, row.ByLanguage(), row.SwitchedOnAt.ToDateTimeOffset(), row.SwitchedOnBy, row.UntilAt?.ToDateTimeOffset());
}
