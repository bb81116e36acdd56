using System.Security.Claims;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Messages;

/// <summary>From the contact centre to an office, about one caller: sealed, scoped to the two, and receipted.</summary>
public static class MessageEndpoints
{
    public static void MapMessages(this RouteGroupBuilder api)
    {
        api.MapGet("/messages", List);
        api.MapPost("/messages", Send);
        api.MapPost("/messages/{message}/open", Open);
    }

    /// <summary>Of officers and leads what their offices were sent, unread first; of an agent what they sent, the newest first.</summary>
    /// <param name="unit">Only one office's.</param>
    private static async Task<Ok<IReadOnlyList<MessageAnswer>>> List(
        string? unit,
        ClaimsPrincipal user,
        MessageDesk desk,
        Reads reads,
        CancellationToken cancel
    ) => TypedResults.Ok(await reads.Ask(work => desk.Of(Who.Of(user), unit, work), cancel));

    private static async Task<Results<Created<MessageAnswer>, ProblemHttpResult>> Send(
        MessageRequest request,
        ClaimsPrincipal user,
        MessageDesk desk,
        Writes writes,
        CancellationToken cancel
    )
    {
        var who = Who.Of(user);
        if (who is not { Role: Roles.Agent, Person: { } sender })
        {
            return Problems.Conflict("A message is sent by an agent who is signed in by name, so that the office knows whom to ask.");
        }
        var (content, wrong) = MessageBodyReader.Read(request);
        return content is null ? wrong! : await writes.Commit(unit => desk.Send(request, content, sender, unit), cancel);
    }

    /// <summary>What it says. That somebody of the office has opened it is told to the sender, and on the timeline.</summary>
    private static async Task<Results<Ok<OpenedMessageAnswer>, ProblemHttpResult>> Open(
        string message,
        ClaimsPrincipal user,
        MessageDesk desk,
        Writes writes,
        CancellationToken cancel
    ) =>
        await writes.Commit(unit => desk.Open(message, Who.Of(user), unit), cancel) is { } opened
            ? TypedResults.Ok(opened)
            : Problems.NotFound("message", $"message {message}", "GET /api/messages lists them.");
}
