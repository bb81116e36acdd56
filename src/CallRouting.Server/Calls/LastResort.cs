using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Server.Demo;
using CallRouting.Server.Menus;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Calls;

/// <summary>
/// A caller never meets silence or an error page: a document that is not ready in time, or that fails, becomes an apology
/// with a number to ring.
/// </summary>
public sealed class LastResort(ILogger<LastResort> log, TimeProvider clock) : IEndpointFilter
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context).AsTask().WaitAsync(clock.OnTheWall(Limit), clock, context.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            log.LogError(broken, "A caller heard the apology instead of {Path}.", context.HttpContext.Request.Path);
            return Apology(context.HttpContext);
        }
    }

    public static IResult Apology(HttpContext context)
    {
        var services = context.RequestServices;
        var facts = new SpokenFacts { NumberShown = services.GetRequiredService<IOptions<RoutingOptions>>().Value.FallbackNumber };
        var apology = services.GetRequiredService<FlowLibrary>().Any.Say(Prompts.Apology, Language.Bokmal, facts);
        return TypedResults.Content(TwimlWriter.SayAndHangUp(apology), TwimlWriter.ContentType);
    }
}
