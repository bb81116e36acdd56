using CallRouting.Core.Calls;
using CallRouting.Server.Demo;
using CallRouting.Server.Telephony;

namespace CallRouting.Server.Calls;

/// <summary>
/// A caller never meets silence or an error page. A document that is not ready in time, or that fails, becomes "one moment" and
/// the same question again; after three of those in a row, an apology and the fallback number. Whoever heard that is written down.
/// </summary>
public sealed class LastResort(FallbackDocuments documents, Mishaps mishaps, PhoneUrls urls, ILogger<LastResort> log, TimeProvider clock)
    : IEndpointFilter
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private const int Moments = 3;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            var answer = await next(context).AsTask().WaitAsync(clock.OnTheWall(Limit), clock, http.RequestAborted);
            mishaps.Answered(CallSid.Of(http));
            return answer;
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested)
        {
            log.LogError(broken, "A caller heard the last resort instead of {Path}.", http.Request.Path);
            return FallbackDocuments.Result(Instead(http));
        }
    }

    private string Instead(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PlaysInRoom>() is { } room)
        {
            // A room's sound may not ring anybody (contract §2.8), and it is asked for again soon enough.
            return room.Again ? TwimlWriter.Quiet(SameAddress(http)) : TwimlWriter.PressKeys(null);
        }
        var missed = mishaps.Miss(CallSid.Of(http));
        if (missed <= Moments)
        {
            return documents.Moment(missed, SameAddress(http));
        }
        mishaps.Keep(CallStories.MetApology, http);
        return http.Request.Form["Direction"] == "outbound-api" ? documents.ApologyOnly() : documents.Apology();
    }

    // What a leg hears next follows from what is stored, so keys that were stored after all are not lost, and others are asked for again.
    private string SameAddress(HttpContext http) =>
        http.Request.RouteValues["leg"] is not string leg ? urls.Inbound
        : http.GetEndpoint()?.Metadata.GetMetadata<PlaysInRoom>() is null ? urls.Next(leg)
        : urls.Again(http.Request.Path);
}

/// <summary>Marks a door whose document plays in a room, where nobody can be rung and no keys exist.</summary>
/// <param name="Again">It plays again and again, and must not run out (contract §2.8).</param>
public sealed record PlaysInRoom(bool Again);
