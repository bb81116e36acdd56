using System.Security.Claims;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Rosters;

/// <summary>Shifts that are offered to colleagues: take, refuse, withdraw.</summary>
public static class ShiftOfferEndpoints
{
    public static void MapShiftOffers(this RouteGroupBuilder api)
    {
        api.MapGet("/lines/{line}/offers", Open);
        api.MapPost("/lines/{line}/offers", Offer);
        api.MapPost("/lines/{line}/offers/{id}/take", Take);
        api.MapPost("/lines/{line}/offers/{id}/refuse", Refuse);
        api.MapDelete("/lines/{line}/offers/{id}", Withdraw);
    }

    private static Task<Results<Ok<IReadOnlyList<ShiftOfferAnswer>>, ProblemHttpResult>> Open(
        string line,
        ClaimsPrincipal user,
        LineDoor door,
        ShiftOffers offers,
        CancellationToken cancel
    ) =>
        door.Read<IReadOnlyList<ShiftOfferAnswer>>(
            line,
            Who.Of(user),
            async (found, unit) => TypedResults.Ok(await offers.Open(found, unit)),
            cancel
        );

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> Offer(
        string line,
        ShiftOfferRequest body,
        ClaimsPrincipal user,
        LineDoor door,
        ShiftOffers offers,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => offers.Offer(found, body, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> Take(
        string line,
        string id,
        TakeOfferRequest body,
        ClaimsPrincipal user,
        LineDoor door,
        ShiftOffers offers,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => offers.Take(found, id, body.Taker, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> Refuse(
        string line,
        string id,
        ClaimsPrincipal user,
        LineDoor door,
        ShiftOffers offers,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => offers.End(found, id, refused: true, Who.Of(user), unit), cancel);

    private static Task<Results<Ok<DecidedAnswer>, ProblemHttpResult>> Withdraw(
        string line,
        string id,
        ClaimsPrincipal user,
        LineDoor door,
        ShiftOffers offers,
        CancellationToken cancel
    ) => door.Write(line, Who.Of(user), (found, unit) => offers.End(found, id, refused: false, Who.Of(user), unit), cancel);
}
