using System.Text.Json;
using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Phones;

/// <summary>The control interface: hands and ears over HTTP.</summary>
internal static class PhoneEndpoints
{
    public static void MapPhones(this IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("").AddEndpointFilter(TellRefusals);
        control.MapGet("/phones", (Exchange exchange) => exchange.Phones());
        control.MapGet("/phones/{number}", (string number, Exchange exchange) => exchange.Look(number));
        control.MapPost("/phones/{number}/dial", Dial);
        control.MapPost("/phones/{number}/text", Text);
        control.MapPost("/phones/{number}/answer", (string number, Exchange exchange) => exchange.Answer(number));
        control.MapPost("/phones/{number}/press", Press);
        control.MapPost("/phones/{number}/hang-up", (string number, Exchange exchange) => exchange.HangUp(number));
        control.MapPost("/phones/{number}/behave", Behave);
        control.MapGet(
            "/numbers",
            (EventLoop loop, PhoneBook book) => loop.Ask(() => book.InboundNumbers.Select(NumberSummary.Of).ToList())
        );
        control.MapGet("/debugger", (Exchange exchange) => exchange.Complaints());
        control.MapGet("/events", (Exchange exchange) => exchange.Events());
        control.MapGet("/clock", (TimeProvider clock) => new { now = clock.GetUtcNow(), speed = (clock as DemoClock)?.Speed ?? 1 });
    }

    private static async Task<object> Dial(string number, DialRequest request, Exchange exchange)
    {
        if (string.IsNullOrWhiteSpace(request.To))
            throw new PhoneRefusedException(400, "to is missing.", """Post {"to": "55 55 33 33"}; "withheld": true hides the number.""");
        return new { sid = await exchange.Dial(number, request.To, request.Withheld) };
    }

    private static async Task<object> Text(string number, TextRequest request, Exchange exchange)
    {
        if (string.IsNullOrWhiteSpace(request.To))
            throw new PhoneRefusedException(400, "to is missing.", """Post {"to": "55 55 33 33", "body": "SVAR"}.""");
        return new { sid = await exchange.Text(number, request.To, request.Body ?? "") };
    }

    private static Task<PressedKeys> Press(string number, PressRequest request, Exchange exchange) =>
        exchange.Press(number, request.Keys ?? "");

    private static Task Behave(string number, BehaveRequest request, Exchange exchange) => exchange.Behave(number, request.Read());

    private static async ValueTask<object?> TellRefusals(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (PhoneRefusedException refusal)
        {
            return TypedResults.Problem(title: refusal.Title, detail: refusal.Detail, statusCode: refusal.Status);
        }
    }

    private sealed record DialRequest(string? To, bool Withheld = false);

    private sealed record TextRequest(string? To, string? Body);

    private sealed record PressRequest(string? Keys);

    private sealed record NumberSummary(string Number, string Name)
    {
        public static NumberSummary Of(InboundNumber number) => new(number.PhoneNumber, number.FriendlyName);
    }

    private sealed record BehaveRequest(string? Then, double? AnswerAfterSeconds, double? HangUpAfterSeconds)
    {
        private static readonly string[] Words = Enum.GetNames<Reaction>().Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();

        /// <summary>The part; null for <c>manual</c>.</summary>
        public Behaviour? Read()
        {
            if (Then == "manual")
                return null;
            var word = Array.IndexOf(Words, Then);
            if (word < 0)
                throw new PhoneRefusedException(400, $"then is \"{Then}\".", $"Allowed are {string.Join(", ", Words)} and manual.");
            var reaction = Enum.GetValues<Reaction>()[word];
            // Nobody's voicemail answers at the fifth second; a person may.
            return new Behaviour(reaction, AnswerAfterSeconds ?? (reaction == Reaction.Voicemail ? 15 : 5), HangUpAfterSeconds);
        }
    }
}
