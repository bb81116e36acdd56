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
/// How we bear with the provider: a few requests at a time, each with a time-out; again with full jitter on 429 and on what
/// surely never happened; and no more asking for a while when all of it fails. The ladder is the rules', not this class's.
/// </summary>
public sealed class ProviderPatience : DelegatingHandler
{
    private const int AtATime = 20;

    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;
    private readonly ConcurrencyLimiter limiter = new(new() { PermitLimit = AtATime, QueueLimit = int.MaxValue });

    public ProviderPatience(IOptions<ProviderOptions> options, TimeProvider clock, Random random) =>
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(Again(random))
            .AddCircuitBreaker(Breaker())
            .AddTimeout(clock.OnTheWall(TimeSpan.FromSeconds(options.Value.RequestTimeout)))
            .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var permit = await limiter.AcquireAsync(1, cancellationToken);
        return await pipeline.ExecuteAsync(async cancel => await base.SendAsync(request, cancel), cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        limiter.Dispose();
        base.Dispose(disposing);
    }

    private static RetryStrategyOptions<HttpResponseMessage> Again(Random random) =>
        new()
        {
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .HandleResult(response => response.StatusCode == HttpStatusCode.TooManyRequests)
                .Handle<HttpRequestException>(NeverArrived),
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
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                .HandleResult(response => response.StatusCode >= HttpStatusCode.InternalServerError)
                .Handle<HttpRequestException>()
                .Handle<TimeoutRejectedException>(),
            FailureRatio = 0.8,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(2),
        };

    /// <summary>No connection came about, so nothing was asked and nothing was done.</summary>
    public static bool NeverArrived(HttpRequestException broken) =>
        broken.HttpRequestError
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError;
}
