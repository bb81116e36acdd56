using System.Collections.Frozen;
using System.Net;
using System.Threading.RateLimiting;
using CallRouting.Server.Demo;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CallRouting.Server.Telephony;

/// <summary>
/// How we bear with the provider, apart for each kind of request, so that messages that fail stop no call: a few at a time, each with a
/// time-out, and no more asking for a while when nearly all of it fails. Trying again is written into the action that wants it
/// (<see cref="Calls.Patience"/>); only for what no action stands for it happens here. The ladder is the rules', not this class's.
/// </summary>
public sealed class ProviderPatience : DelegatingHandler
{
    private readonly FrozenDictionary<RequestKind, Guard> guards;

    public ProviderPatience(IOptions<ProviderOptions> options, TimeProvider clock, Random random) =>
        guards = Enum.GetValues<RequestKind>().ToFrozenDictionary(kind => kind, kind => new Guard(kind, options.Value, clock, random));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var guard = guards[KindOf(request)];
        // Never queued for: what cannot go now waits where all that is to be done waits, in order of how pressing it is.
        using var permit = guard.Limiter.AttemptAcquire();
        return permit.IsAcquired
            ? await guard.Pipeline.ExecuteAsync(async cancel => await base.SendAsync(request, cancel), cancellationToken)
            : throw new TooManyAtOnceException();
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var guard in guards.Values)
        {
            guard.Limiter.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>No connection came about, so nothing was asked and nothing was done.</summary>
    public static bool NeverArrived(HttpRequestException broken) =>
        broken.HttpRequestError
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError;

    private static RequestKind KindOf(HttpRequestMessage request) =>
        (request.Method.Method, request.RequestUri!.AbsolutePath) switch
        {
            ("GET", var path) when path.EndsWith("/IncomingPhoneNumbers.json", StringComparison.Ordinal) => RequestKind.SetUp,
            ("GET", _) => RequestKind.Question,
            (_, var path) when path.EndsWith("/Calls.json", StringComparison.Ordinal) => RequestKind.NewCall,
            (_, var path) when path.EndsWith("/Messages.json", StringComparison.Ordinal) => RequestKind.Message,
            _ => RequestKind.Steering,
        };

    private enum RequestKind
    {
        NewCall,
        Steering,
        Message,
        Question,
        SetUp,
    }

    private sealed class Guard(RequestKind kind, ProviderOptions options, TimeProvider clock, Random random)
    {
        public ConcurrencyLimiter Limiter { get; } = new(new() { PermitLimit = AtATime(kind), QueueLimit = 0 });

        public ResiliencePipeline<HttpResponseMessage> Pipeline { get; } = Build(kind, options, clock, random);

        // Together below the provider's limit of requests at once, which is not public (contract §7: about a hundred).
        private static int AtATime(RequestKind kind) =>
            kind switch
            {
                RequestKind.NewCall => 20,
                RequestKind.Steering => 40,
                RequestKind.Message => 5,
                RequestKind.Question => 10,
                _ => 2,
            };

        private static ResiliencePipeline<HttpResponseMessage> Build(
            RequestKind kind,
            ProviderOptions options,
            TimeProvider clock,
            Random random
        )
        {
            var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
            if (kind == RequestKind.SetUp)
            {
                builder.AddRetry(Again(random));
            }
            var seconds = kind switch
            {
                RequestKind.Steering => options.SteeringTimeout,
                RequestKind.Question => options.QuestionTimeout,
                _ => options.RequestTimeout,
            };
            return builder.AddCircuitBreaker(Breaker()).AddTimeout(clock.OnTheWall(TimeSpan.FromSeconds(seconds))).Build();
        }

        private static RetryStrategyOptions<HttpResponseMessage> Again(Random random) =>
            new()
            {
                ShouldHandle = Failures().HandleResult(response => response.StatusCode == HttpStatusCode.TooManyRequests),
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(3),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = () =>
                {
                    lock (random)
                    {
                        return random.NextDouble();
                    }
                },
            };

        private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() =>
            new()
            {
                ShouldHandle = Failures(),
                FailureRatio = 0.8,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(2),
            };

        private static PredicateBuilder<HttpResponseMessage> Failures() =>
            new PredicateBuilder<HttpResponseMessage>()
                .HandleResult(response => response.StatusCode >= HttpStatusCode.InternalServerError)
                .Handle<HttpRequestException>()
                .Handle<TimeoutRejectedException>();
    }
}

/// <summary>As many requests of this kind are under way as we allow: it was not sent.</summary>
public sealed class TooManyAtOnceException() : Exception("as many requests as are allowed at once");
