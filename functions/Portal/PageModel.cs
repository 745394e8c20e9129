namespace MicroCred.Portal;

/// <summary>What a page shows. Each kind of page has a record of its own, which names the component that renders it.</summary>
/// <param name="Component">The component, with a parameter <c>Model</c> of the record's type.</param>
public abstract record PageModel(Type Component);
