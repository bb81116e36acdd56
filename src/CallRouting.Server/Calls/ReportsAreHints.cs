using CallRouting.Server.Demo;

namespace CallRouting.Server.Calls;

/// <summary>
/// A report is answered in time even where it cannot be kept: the provider loses it after one retry, but it is only a hint, and the
/// provider's own state is the truth. So the call is noted as one to ask about, and asked about as soon as the database works.
/// </summary>
public sealed class ReportsAreHints(Doubts doubts, ILogger<ReportsAreHints> log, TimeProvider clock) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context).AsTask().WaitAsync(clock.OnTheWall(LastResort.Limit), clock, http.RequestAborted);
        }
        catch (Exception broken) when (!http.RequestAborted.IsCancellationRequested)
        {
            log.LogError(broken, "A report to {Path} could not be kept; the provider is asked instead.", http.Request.Path);
            var call = http.Request.RouteValues["leg"] as string ?? CallSid.Of(http);
            if (call.Length > 0)
            {
                doubts.Doubt(call);
            }
            return TypedResults.NoContent();
        }
    }
}
