using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Telephony;

/// <summary>
/// Lets through what the provider signed and answers 403 to everything else, before anything is looked up. Without a token
/// nothing is let through.
/// </summary>
public sealed class SignatureCheck(IOptions<ProviderOptions> options, ILogger<SignatureCheck> log) : IEndpointFilter
{
    public const string Header = "X-Twilio-Signature";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (await IsSigned(request))
        {
            return await next(context);
        }
        log.LogWarning(
            "Refused a request to {Path} from {Address} that the provider did not sign.",
            request.Path,
            context.HttpContext.Connection.RemoteIpAddress
        );
        return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }

    // What has no signature's length is refused before its body is read.
    private async Task<bool> IsSigned(HttpRequest request)
    {
        if (request.Headers[Header] is not [{ Length: Signature.Length } given] || await Body(request) is not { } fields)
        {
            return false;
        }
        string?[] tokens = [options.Value.AuthToken, options.Value.SecondAuthToken];
        if (!Signature.IsValid(given, SignedUrl(request), fields, tokens.OfType<string>()))
        {
            return false;
        }
        // A GET brings its fields in the address, which is signed as it stands: a number set up with GET loses no caller.
        request.Form = SignedFields.AsForm(HttpMethods.IsGet(request.Method) ? SignedFields.InQuery(request) : fields);
        return true;
    }

    private static async Task<IReadOnlyCollection<KeyValuePair<string, string>>?> Body(HttpRequest request)
    {
        try
        {
            return await SignedFields.Read(request, request.HttpContext.RequestAborted);
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
