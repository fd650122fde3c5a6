package dev.tapedeck.boundary;

import org.jspecify.annotations.Nullable;

/** Two doors in one place, of which a call comes to the first that applies. */
final class OneOf extends Door {

  private final Door first;
  private final Door second;

  OneOf(Door first, Door second) {
    super(first.kind(), first.scope());
    this.first = first;
    this.second = second;
  }

  @Override
  public @Nullable Door at(Crossing crossing) {
    Door door = first.at(crossing);
    return door != null ? door : second.at(crossing);
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    throw new IllegalStateException("a call comes to one of the two");
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    throw new IllegalStateException("a call comes to one of the two");
  }

  @Override
  public @Nullable Object retell(Crossing crossing, Told answer) {
    throw new IllegalStateException("a call comes to one of the two");
  }
}
