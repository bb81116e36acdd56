using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CallRouting.Core.Offices;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace CallRouting.Server.Calendars;

/// <summary>The calendars themselves, open to whoever has the address, and the doors at which addresses are made and withdrawn.</summary>
public static class CalendarEndpoints
{
    private const string Calendar = "text/calendar; charset=utf-8";

    public static void MapCalendarFeeds(this WebApplication app) =>
        app.MapGet("/calendars/{secret}.ics", Read).AllowAnonymous().ExcludeFromDescription();

    public static void MapCalendars(this RouteGroupBuilder api)
    {
        api.MapGet("/offices/{unit}/calendars", Addresses);
        api.MapPost("/offices/{unit}/calendars", Make);
        api.MapDelete("/offices/{unit}/calendars/{id}", Withdraw);
    }

    private static async Task<IResult> Read(
        string secret,
        CalendarStore calendars,
        CalendarFeed feed,
        Reads reads,
        HttpContext http,
        CancellationToken cancel
    )
    {
        var text = await reads.Ask(
            async unit => await calendars.Find(secret, unit) is { } address ? await feed.Write(address, unit) : null,
            cancel
        );
        // An address in a history or a referrer is as good as the secret.
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (text is null)
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.NotFound();
        }
        var body = Encoding.UTF8.GetBytes(text);
        http.Response.Headers.CacheControl = "private, max-age=900";
        // Answers 304 to who has it already.
        return TypedResults.Bytes(
            body,
            Calendar,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"")
        );
    }

    private static async Task<Results<Ok<IReadOnlyList<CalendarAnswer>>, ProblemHttpResult>> Addresses(
        string unit,
        ClaimsPrincipal user,
        CalendarAddresses addresses,
        CancellationToken cancel
    ) => await addresses.Of(new UnitNumber(unit), Who.Of(user), cancel);

    private static async Task<Results<Ok<CalendarMadeAnswer>, ProblemHttpResult>> Make(
        string unit,
        MakeCalendarRequest body,
        ClaimsPrincipal user,
        CalendarAddresses addresses,
        CancellationToken cancel
    ) => await addresses.Make(new UnitNumber(unit), body.Officer, Who.Of(user), cancel);

    private static async Task<Results<NoContent, ProblemHttpResult>> Withdraw(
        string unit,
        string id,
        ClaimsPrincipal user,
        CalendarAddresses addresses,
        CancellationToken cancel
    ) => await addresses.Withdraw(new UnitNumber(unit), id, Who.Of(user), cancel);
}

/// <param name="Officer">Whose duties; left out: the whole office's.</param>
public sealed record MakeCalendarRequest(string? Officer);

/// <summary>An address that is in force. What it is, nobody is told a second time.</summary>
/// <param name="Officer">Null: the whole office's.</param>
public sealed record CalendarAnswer(string Id, string Unit, string? Officer, string MadeBy, DateTimeOffset MadeAt)
{
    public static CalendarAnswer Of(CalendarAddressRow row) =>
        new(row.Id, row.UnitNumber, row.OfficerId, row.MadeBy, row.MadeAt.ToDateTimeOffset());
}

/// <param name="Path">To be followed on this server's own address. Shown this once.</param>
public sealed record CalendarMadeAnswer(string Path, CalendarAnswer Calendar);
