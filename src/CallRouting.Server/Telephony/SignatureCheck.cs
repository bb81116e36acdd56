using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

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
        string?[] tokens = [options.Value.AuthToken, options.Value.SecondAuthToken];
        return request.Headers[Header] is [{ Length: > 0 } given]
            && await SignedFields(request) is { } form
            && Signature.IsValid(given, SignedUrl(request), form, tokens.OfType<string>());
    }

    /// What the signature covers beside the URL; null for a body that it does not cover, or that is no form after all.
    private static async Task<IFormCollection?> SignedFields(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted)
                : request.ContentType is null ? request.Form = FormCollection.Empty
                : null;
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            return null;
        }
    }

    // The target exactly as it was sent, on the address that the provider was told.
    private string SignedUrl(HttpRequest request) =>
        options.Value.PublicUrl.GetLeftPart(UriPartial.Authority)
        + request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
}
