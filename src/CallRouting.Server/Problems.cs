using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server;

/// <summary>Answers to bad input: what was wrong, and what is allowed.</summary>
public static class Problems
{
    public static ProblemHttpResult NotFound(string field, string value, string allowed) =>
        TypedResults.Problem(
            title: "Not found",
            detail: $"{field}: there is no {value}. {allowed}",
            statusCode: StatusCodes.Status404NotFound
        );

    public static ProblemHttpResult BadInput(string field, string wrong, string allowed) =>
        TypedResults.Problem(title: "Bad input", detail: $"{field}: {wrong} {allowed}", statusCode: StatusCodes.Status400BadRequest);

    /// <summary>Well-formed, but not now: the state has moved on.</summary>
    public static ProblemHttpResult Conflict(string detail) =>
        TypedResults.Problem(title: "Not now", detail: detail, statusCode: StatusCodes.Status409Conflict);
}
