using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CallRouting.Server.Telephony;

/// <summary>Lets through what the provider signed and answers 403 to everything else. Without a token nothing is let through.</summary>
public sealed class SignatureCheck(IOptions<ProviderOptions> options, ILogger<SignatureCheck> log) : IEndpointFilter
{
    private const string Header = "X-Twilio-Signature";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (await IsSigned(request))
        {
            return await next(context);
        }
        log.LogWarning("Refused a request to {Path} that the provider did not sign.", request.Path);
        return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<bool> IsSigned(HttpRequest request)
    {
        IReadOnlyCollection<KeyValuePair<string, StringValues>> form = request.HasFormContentType
            ? [.. await request.ReadFormAsync(request.HttpContext.RequestAborted)]
            : [];
        string[] tokens = [options.Value.AuthToken, options.Value.SecondAuthToken ?? ""];
        return request.Headers[Header] is [{ Length: > 0 } given] && Signature.IsValid(given, SignedUrl(request), form, tokens);
    }

    // The target exactly as it was sent, on the address that the provider was told.
    private string SignedUrl(HttpRequest request) =>
        options.Value.PublicUrl.GetLeftPart(UriPartial.Authority)
        + request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
}
