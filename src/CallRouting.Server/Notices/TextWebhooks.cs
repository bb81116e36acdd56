using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;

namespace CallRouting.Server.Notices;

/// <summary>Where the phone provider tells of a text to one of our numbers. The group has checked the signature.</summary>
public static class TextWebhooks
{
    public static void MapTexts(this RouteGroupBuilder phone) => phone.MapPost("/sms", Answer);

    private static async Task<IResult> Answer(
        HttpRequest request,
        TextRunner runner,
        Writes writes,
        Worker worker,
        CancellationToken cancel
    )
    {
        var form = await request.ReadFormAsync(cancel);
        if (form["MessageSid"] is not [{ Length: > 0 } sid])
        {
            return TypedResults.NoContent();
        }
        var (from, body) = (form["From"].ToString(), form["Body"].ToString());
        var answer = await writes.Commit(unit => runner.Answer(sid, from, body, unit), cancel).Nudging(worker);
        return TypedResults.Content(TwimlWriter.Text(answer), TwimlWriter.ContentType);
    }
}
