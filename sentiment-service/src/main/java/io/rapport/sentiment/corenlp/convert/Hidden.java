package io.rapport.sentiment.corenlp.convert;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Reads what CoreNLP's classes keep to themselves. Only while building: a field that is gone with a new version stops the build. */
final class Hidden {
    private Hidden() {}

    @SuppressWarnings("unchecked")
    static <T> T field(Object owner, String name) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return (T) field.get(owner);
            } catch (NoSuchFieldException inSuperclass) {
                continue;
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        throw new IllegalStateException(owner.getClass() + " has no field " + name);
    }

    @SuppressWarnings("unchecked")
    static <T> T call(Object owner, String name) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Method method = type.getDeclaredMethod(name);
                method.setAccessible(true);
                return (T) method.invoke(owner);
            } catch (NoSuchMethodException inSuperclass) {
                continue;
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException(failure);
            }
        }
        throw new IllegalStateException(owner.getClass() + " has no method " + name);
    }

    static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("The model isn't as expected: " + what);
        }
    }
}
