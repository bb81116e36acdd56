using System.Text.Json;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Rest;

/// <summary>Carries a request out on the loop and answers it in the provider's manner: 200, 201 with the resource, or 204 (contract §1.1).</summary>
internal sealed class RestAnswers(EventLoop loop)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task<IResult> Ok(Func<object> request) => Resource(await loop.Ask(request), 200);

    public async Task<IResult> Created(Func<object> request) => Resource(await loop.Ask(request), 201);

    public async Task<IResult> Gone(Action request)
    {
        await loop.Do(request);
        return Results.NoContent();
    }

    public static IResult Refused(RestException refusal)
    {
        var moreInfo = $"https://www.twilio.com/docs/errors/{refusal.Code}";
        return Resource(
            new
            {
                refusal.Code,
                refusal.Message,
                MoreInfo = moreInfo,
                refusal.Status,
            },
            refusal.Status
        );
    }

    private static IResult Resource(object resource, int status) => Results.Json(resource, Json, statusCode: status);
}
