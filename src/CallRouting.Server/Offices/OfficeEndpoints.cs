using CallRouting.Core.Offices;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Offices;

/// <summary>Where is that, and who serves it? Read-only; every question may be put for another day with ?on=yyyy-MM-dd.</summary>
public static class OfficeEndpoints
{
    private const int MostHits = 50;
    private const int UsualHits = 10;
    private const int LongestQuestion = 100;

    public static void MapOffices(this RouteGroupBuilder api)
    {
        api.MapGet("/places", Search);
        api.MapGet("/places/{code}", PlacesOf);
        api.MapGet("/offices/{unit}", OfficeOf);
    }

    private static Results<Ok<PlacesFound>, ValidationProblem> Search(
        string? q,
        string? limit,
        string? on,
        PlacesInForce inForce,
        TimeProvider clock
    )
    {
        var problems = new OfficeProblems();
        var text = problems.Text("q", q, LongestQuestion);
        var count = problems.Count("limit", limit, UsualHits, MostHits);
        var day = problems.Day(on, clock);
        if (problems.Any)
        {
            return problems.Answer();
        }
        var wording = new OfficeWording(inForce.Places, day);
        return TypedResults.Ok(new PlacesFound(InWords(day), [.. inForce.Places.Search(text, day, count).Select(wording.Of)]));
    }

    private static Results<Ok<PlacesOfCode>, ValidationProblem, ProblemHttpResult> PlacesOf(
        string code,
        string? on,
        PlacesInForce inForce,
        TimeProvider clock
    )
    {
        var problems = new OfficeProblems();
        problems.FourDigits("code", code, "a postcode or a municipality number");
        var day = problems.Day(on, clock);
        if (problems.Any)
        {
            return problems.Answer();
        }
        var places = inForce.Places;
        var wording = new OfficeWording(places, day);
        var postcode = places.AtPostcode(code, day) is { } place ? wording.Of(place) : null;
        var numbered = places.AllNumbered(code, day).Select(wording.Of).ToList();
        return postcode is null && numbered.Count == 0
            ? NotFound($"{code} is neither a postcode nor a municipality number, of {InWords(day)} or earlier.")
            : TypedResults.Ok(new PlacesOfCode(code, InWords(day), postcode, numbered));
    }

    private static Results<Ok<OfficeFound>, ValidationProblem, ProblemHttpResult> OfficeOf(
        string unit,
        string? on,
        PlacesInForce inForce,
        TimeProvider clock
    )
    {
        var problems = new OfficeProblems();
        problems.FourDigits("unit", unit, "an office's unit number");
        var day = problems.Day(on, clock);
        if (problems.Any)
        {
            return problems.Answer();
        }
        var number = new UnitNumber(unit);
        return inForce.Places.OfficeNumbered(number, day) is { } office
            ? TypedResults.Ok(
                new OfficeFound(unit, office.Name, InWords(day), [.. inForce.Places.AreasOf(number, day).Select(OfficeWording.Of)])
            )
            : NotFound($"There is no office with unit number {unit} on {InWords(day)}.");
    }

    private static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    private static string InWords(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
