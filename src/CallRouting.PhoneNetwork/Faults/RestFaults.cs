using System.Text;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Rest;

namespace CallRouting.PhoneNetwork.Faults;

/// <summary>What can go wrong with a request to the REST API: before it is carried out, instead, and after, when nobody learns of it (contract §8).</summary>
internal sealed class RestFaults(FaultPlan plan, FaultCounts counts, Parking parking, EventLoop loop, Timeline timeline, TimeProvider clock)
{
    private static readonly IReadOnlyList<FaultKind> Kinds = FaultKinds.All.Where(kind => kind.Place == FaultPlace.Rest).ToList();
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(300);
    private long crowdedUntil;

    /// <summary>Lets a request through, well or badly.</summary>
    public async Task Pass(HttpContext context, RequestDelegate carryOut)
    {
        if (clock.GetUtcNow().UtcTicks < Volatile.Read(ref crowdedUntil))
            await TooMany(context, oneMore: true);
        else if (plan.Draw(Kinds, $"{context.Request.Method} {context.Request.Path}") is { } fault)
            await Strike(fault, context, carryOut);
        else
            await carryOut(context);
    }

    private async Task Strike(FaultKind fault, HttpContext context, RequestDelegate carryOut)
    {
        await loop.Do(() => timeline.Tell("fault", detail: $"{fault.Name} {context.Request.Method} {context.Request.Path}"));
        if (fault == FaultKinds.RestSlow)
            await parking.Wait(Slow, context.RequestAborted);
        else if (fault == FaultKinds.RestHangBefore)
            await parking.Wait(Hang, context.RequestAborted);
        if (Refusal(fault) is { } refusal)
        {
            await RestAnswers.Refused(refusal).ExecuteAsync(context);
            return;
        }
        if (fault == FaultKinds.Rest429)
            await Crowd(context);
        else if (fault == FaultKinds.RestSlow)
            await carryOut(context);
        else
            await Spoil(fault, context, await Unheard(context, carryOut));
    }

    // Nothing has been done, whatever the answer looks like.
    private static RestException? Refusal(FaultKind fault) =>
        fault == FaultKinds.Rest401 ? new RestException(401, 20003, "Authentication Error - No credentials provided")
        : fault == FaultKinds.Rest500Before ? new RestException(500, 20500, "Internal Server Error")
        : fault == FaultKinds.Rest503Before ? new RestException(503, 20503, "Service Unavailable")
        : fault == FaultKinds.RestHangBefore ? new RestException(504, 20504, "Gateway Timeout")
        : null;

    // All has been done, and the client hears something else, or nothing.
    private async Task Spoil(FaultKind fault, HttpContext context, byte[] answer)
    {
        if (fault == FaultKinds.Rest500After)
            await RestAnswers.Refused(new RestException(500, 20500, "Internal Server Error")).ExecuteAsync(context);
        else if (fault == FaultKinds.Rest503After)
            await RestAnswers.Refused(new RestException(503, 20503, "Service Unavailable")).ExecuteAsync(context);
        else if (fault == FaultKinds.RestHtml502)
            await Html(context);
        else if (fault == FaultKinds.RestReset)
            ConnectionReset.Order(context);
        else
            await Say(fault, context, answer);
    }

    private async Task Say(FaultKind fault, HttpContext context, byte[] answer)
    {
        if (fault == FaultKinds.RestHangAfter)
            await parking.Wait(Hang, context.RequestAborted);
        var said = fault == FaultKinds.RestTruncated ? answer[..(answer.Length / 2)] : answer;
        context.Response.ContentLength = null;
        await context.Response.Body.WriteAsync(said, context.RequestAborted);
    }

    /// <summary>Carries the request out and keeps the answer back; its status and headers stay in the context.</summary>
    private static async Task<byte[]> Unheard(HttpContext context, RequestDelegate carryOut)
    {
        var road = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        try
        {
            await CarryOut(context, carryOut);
            // What still waits in the response's own buffer belongs to what is kept.
            await context.Response.CompleteAsync();
        }
        finally
        {
            context.Response.Body = road;
        }
        return kept.ToArray();
    }

    private static async Task CarryOut(HttpContext context, RequestDelegate carryOut)
    {
        try
        {
            await carryOut(context);
        }
        catch (RestException refusal)
        {
            await RestAnswers.Refused(refusal).ExecuteAsync(context);
        }
    }

    // The limit is on requests at once: what comes in the same third of a second meets it too (contract §7).
    private Task Crowd(HttpContext context)
    {
        Volatile.Write(ref crowdedUntil, (clock.GetUtcNow() + Burst).UtcTicks);
        return TooMany(context, oneMore: false);
    }

    // Nobody has documented Retry-After here, so it comes half of the times (contract §7).
    private Task TooMany(HttpContext context, bool oneMore)
    {
        if (oneMore)
            counts.Add(FaultKinds.Rest429);
        if (plan.Number(FaultPlace.Rest) < 0.5)
            context.Response.Headers.RetryAfter = "1";
        return RestAnswers.Refused(new RestException(429, 20429, "Too Many Requests")).ExecuteAsync(context);
    }

    private static async Task Html(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status502BadGateway;
        context.Response.ContentType = "text/html";
        context.Response.ContentLength = null;
        var page = Encoding.UTF8.GetBytes("<html><body><h1>502 Bad Gateway</h1></body></html>");
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }
}
