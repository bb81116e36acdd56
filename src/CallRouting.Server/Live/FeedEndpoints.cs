using System.Security.Claims;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CallRouting.Server.Live;

/// <summary>What happens, as it happens. A console takes an event as a sign that what it shows should be fetched again.</summary>
public static class FeedEndpoints
{
    public static void MapLive(this RouteGroupBuilder api) =>
        api.MapGet("/live", Follow).Produces<TimelineEvent>(contentType: "text/event-stream");

    private static ServerSentEventsResult<object> Follow(
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        ClaimsPrincipal user,
        Feed feed,
        CancellationToken gone
    ) => TypedResults.ServerSentEvents(feed.Follow(Sight.Of(Who.Of(user)), lastEventId, gone));
}
