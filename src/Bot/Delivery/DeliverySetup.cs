namespace Bot.Delivery;

/// <summary>Delivery, as services.</summary>
public static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(DeliveryOptions.From(configuration))
        .AddSingleton<FittingSource>()
        .AddSingleton<Deliverer>()
        .AddHostedService(services => services.GetRequiredService<Deliverer>());
}
